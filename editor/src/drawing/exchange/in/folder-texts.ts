import { LIMITS, type PackFiles } from '@parcours/engine';

const READ = /\.(?:json|md)$/;

/** The texts of a chosen folder, by their names inside it; no more of them than a pack may weigh. */
export async function folderTexts(files: readonly File[]): Promise<PackFiles> {
  const texts: (readonly [string, string])[] = [];
  let bytes = 0;
  for (const file of files) {
    const name = nameInside(file);
    if (!READ.test(name) || name.split('/').length > 2) continue;
    if (texts.length > LIMITS.files || bytes > LIMITS.packBytes) break;
    // A byte more than a file may have, so that the check tells it.
    texts.push([name, await file.slice(0, LIMITS.fileBytes + 1).text()]);
    bytes += Math.min(file.size, LIMITS.fileBytes + 1);
  }
  return Object.fromEntries(texts);
}

/** `pack/how/visit.fr.md` in the folder `pack` is `how/visit.fr.md`. */
function nameInside(file: File): string {
  const path = file.webkitRelativePath;
  return path === '' ? file.name : path.split('/').slice(1).join('/');
}

/** What was dropped: one file, or the files of a folder. */
export async function droppedFiles(
  dropped: DataTransfer,
): Promise<{ readonly files: readonly File[]; readonly isFolder: boolean }> {
  const entry = dropped.items[0]?.webkitGetAsEntry?.();
  if (!entry?.isDirectory) return { files: [...dropped.files], isFolder: false };
  return { files: await filesIn(entry as FileSystemDirectoryEntry, entry.name, 0), isFolder: true };
}

async function filesIn(
  folder: FileSystemDirectoryEntry,
  path: string,
  depth: number,
): Promise<readonly File[]> {
  const files: File[] = [];
  const reader = folder.createReader();
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (entries.length === 0 || files.length > LIMITS.files) return files;
    for (const entry of entries) {
      const inside = `${path}/${entry.name}`;
      if (entry.isDirectory && depth < 1)
        files.push(...(await filesIn(entry as FileSystemDirectoryEntry, inside, depth + 1)));
      if (!entry.isFile) continue;
      const file = await new Promise<File>((resolve, reject) =>
        (entry as FileSystemFileEntry).file(resolve, reject),
      );
      Object.defineProperty(file, 'webkitRelativePath', { value: inside });
      files.push(file);
    }
  }
}
