import { WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useWords } from '../words/words-context.tsx';
import { EmptyState } from './empty-state.tsx';

/** Keeps a page that falls over from taking the desk with it. */
export class PageBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const { failure } = useWords();
  return (
    <EmptyState icon={<WarningOutlined />} title={failure.crashed} note={failure.crashedNote}>
      <Button type="primary" onClick={() => window.location.reload()}>
        {failure.reload}
      </Button>
    </EmptyState>
  );
}
