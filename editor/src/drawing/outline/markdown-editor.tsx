import '@mantine/tiptap/styles.css';
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { RichTextEditor } from '@mantine/tiptap';
import { Link } from '@tiptap/extension-link';
import { Markdown } from '@tiptap/markdown';
import { useEditor } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { useEffect, useRef } from 'react';
import { useDrawingWords } from '../words/use-drawing-words.ts';

type Props = {
  readonly label: string;
  /** Markdown. */
  readonly value: string;
  readonly onChange: (markdown: string) => void;
  readonly onDone: () => void;
};

/** Tables, images and raw HTML would be lost by the rich editor: such a text is written as it is. */
const isBeyondRich = (markdown: string) => /^\s*\|.*\|/m.test(markdown) || /!\[|<[a-z/!]/i.test(markdown);

/** A longer text written as it will look, kept as Markdown. */
export function MarkdownEditor(props: Props) {
  const { t } = useDrawingWords();
  const isPlain = useRef(isBeyondRich(props.value));
  return (
    <Stack
      gap={6}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        props.onDone();
      }}
    >
      {isPlain.current ? <PlainEditor {...props} /> : <RichEditor {...props} />}
      <Group>
        <Button size="sm" variant="light" mih={44} onClick={props.onDone}>
          {t('outline.done')}
        </Button>
      </Group>
    </Stack>
  );
}

function PlainEditor({ label, value, onChange }: Props) {
  return (
    <Textarea
      aria-label={label}
      dir="auto"
      autosize
      autoFocus
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function RichEditor({ label, value, onChange }: Props) {
  const { t } = useDrawingWords();
  const last = useRef(value);
  const changed = useRef(onChange);
  changed.current = onChange;
  const editor = useEditor({
    // Undo is the drawing table's, for every view at once.
    extensions: [
      StarterKit.configure({ undoRedo: false, underline: false, strike: false, link: false }),
      Link.configure({ openOnClick: false }),
      Markdown,
    ],
    content: value,
    contentType: 'markdown',
    autofocus: 'end',
    shouldRerenderOnTransaction: true,
    editorProps: {
      attributes: { 'aria-label': label, role: 'textbox', 'aria-multiline': 'true', dir: 'auto' },
    },
    onUpdate: ({ editor: own }) => {
      last.current = own.getMarkdown().trim();
      changed.current(last.current);
    },
  });
  useEffect(() => {
    if (value.trim() === last.current.trim()) return;
    last.current = value;
    editor.commands.setContent(value, { contentType: 'markdown', emitUpdate: false });
  }, [editor, value]);
  return (
    <RichTextEditor
      editor={editor}
      labels={{
        boldControlLabel: t('outline.rich.bold'),
        italicControlLabel: t('outline.rich.italic'),
        h4ControlLabel: t('outline.rich.heading'),
        bulletListControlLabel: t('outline.rich.bullets'),
        orderedListControlLabel: t('outline.rich.numbers'),
        blockquoteControlLabel: t('outline.rich.quote'),
        linkControlLabel: t('outline.rich.link'),
        unlinkControlLabel: t('outline.rich.unlink'),
        linkEditorInputLabel: t('outline.rich.address'),
        linkEditorInputPlaceholder: 'https://',
        linkEditorExternalLink: t('outline.rich.newTab'),
        linkEditorInternalLink: t('outline.rich.sameTab'),
        linkEditorSave: t('outline.rich.save'),
      }}
    >
      <RichTextEditor.Toolbar role="toolbar" aria-label={t('outline.rich.bar')} className="outline-rich-bar">
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Bold />
          <RichTextEditor.Italic />
          <RichTextEditor.H4 />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.BulletList />
          <RichTextEditor.OrderedList />
          <RichTextEditor.Blockquote />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Link />
          <RichTextEditor.Unlink />
        </RichTextEditor.ControlsGroup>
      </RichTextEditor.Toolbar>
      <RichTextEditor.Content className="outline-rich" />
    </RichTextEditor>
  );
}
