import { Bold, Italic, Redo2, Undo2 } from 'lucide-react';
import { memo } from 'react';
import { IconButton } from '../ui/button.tsx';
import { BlockMenu } from './block-menu.tsx';
import { type Desk, useDesk } from './desk.ts';

/** What of the bar follows the caret; the rest of it takes longer to draw. */
export function TextTools() {
  const { focus, editor, readOnly } = useDesk();
  return <Tools focus={focus} editor={editor} readOnly={readOnly} />;
}

const Tools = memo(function Tools({ focus, editor, readOnly }: Pick<Desk, 'focus' | 'editor' | 'readOnly'>) {
  const held = readOnly || focus === null;
  const format = (wanted: 'bold' | 'italic') => {
    editor.current?.toggleFormat(wanted);
    editor.current?.focus();
  };
  return (
    <div className="bar-middle" role="toolbar" aria-label="Text">
      <BlockMenu focus={focus} editor={editor} isDisabled={readOnly} />
      <IconButton
        label="Bold"
        shortcut="Ctrl+B"
        pressed={focus?.bold ?? false}
        isDisabled={held}
        preventFocusOnPress
        onPress={() => format('bold')}
      >
        <Bold size={16} aria-hidden />
      </IconButton>
      <IconButton
        label="Italic"
        shortcut="Ctrl+I"
        pressed={focus?.italic ?? false}
        isDisabled={held}
        preventFocusOnPress
        onPress={() => format('italic')}
      >
        <Italic size={16} aria-hidden />
      </IconButton>
      <IconButton
        label="Undo"
        shortcut="Ctrl+Z"
        isDisabled={held || !focus.canUndo}
        preventFocusOnPress
        onPress={() => editor.current?.undo()}
      >
        <Undo2 size={16} aria-hidden />
      </IconButton>
      <IconButton
        label="Redo"
        shortcut="Ctrl+Y"
        isDisabled={held || !focus.canRedo}
        preventFocusOnPress
        onPress={() => editor.current?.redo()}
      >
        <Redo2 size={16} aria-hidden />
      </IconButton>
    </div>
  );
});
