// What a page takes that does nothing.
export async function load() {
  return (text) => text.length;
}
