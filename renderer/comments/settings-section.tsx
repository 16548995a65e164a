import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { setAuthor, useAuthor } from './author.ts';

/** Who comments on this machine. */
export function CommentSettings() {
  const author = useAuthor();
  const [name, setName] = useState(author);
  return (
    <TextField
      className="field"
      value={name}
      onChange={(next) => {
        setName(next);
        setAuthor(next);
      }}
      maxLength={100}
    >
      <Label>Your name under comments</Label>
      <Input className="input" />
    </TextField>
  );
}
