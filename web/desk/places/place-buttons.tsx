import { DownloadOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../words/words-context.tsx';
import { ImportDialog } from './import-dialog.tsx';

interface PlaceButtonsProps {
  readonly what: 'places' | 'landmarks';
  readonly mayEdit: boolean;
  readonly onAdd: () => void;
  readonly onImported: () => void;
}

/** Adds one, takes a file in, gives one out. */
export function PlaceButtons({ what, mayEdit, onAdd, onImported }: PlaceButtonsProps) {
  const { places: words } = useWords();
  const [importing, setImporting] = useState(false);
  return (
    <>
      {mayEdit && (
        <>
          <Button type="primary" icon={<PlusOutlined />} onClick={onAdd}>
            {words.add}
          </Button>
          <Button icon={<UploadOutlined />} onClick={() => setImporting(true)}>
            {words.importFile}
          </Button>
          <ImportDialog what={what} open={importing} onClose={() => setImporting(false)} onImported={onImported} />
        </>
      )}
      <Button
        icon={<DownloadOutlined />}
        href={new URL(`../api/desk/${what}-export`, document.baseURI).href}
        download={`${what}.csv`}
      >
        {words.export}
      </Button>
    </>
  );
}
