import { Modal, type ModalProps } from 'antd';
import { useKeyLayer } from '../keys/keys-context.tsx';

/**
 * A dialog to which the keys belong while it is open. The page behind never scrolls, so Ant Design's lock is off: it
 * would put in a style without the nonce, which the content security policy refuses.
 */
export function Dialog(props: ModalProps & { readonly open: boolean }) {
  useKeyLayer(props.open);
  return <Modal scrollLock={false} destroyOnHidden {...props} />;
}
