/** Drawn stand-ins for photos, so that the gallery needs no files. */
function drawn(body: string): string {
  return `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 380 180" preserveAspectRatio="xMidYMid slice">${body}</svg>`)}`;
}

const yard =
  '<rect width="380" height="180" fill="#8a887d"/><path d="M0 0h380l-70 44H70Z" fill="#4d5457"/><rect x="70" y="44" width="240" height="62" fill="#77766e"/><rect x="120" y="58" width="44" height="30" fill="#c3ccc9" stroke="#7d2f25" stroke-width="4"/><rect x="216" y="58" width="44" height="30" fill="#c3ccc9" stroke="#7d2f25" stroke-width="4"/>';
export const samplePhotos = {
  before: drawn(
    `${yard}<path d="M0 106h380v74H0Z" fill="#9b8b72"/><path d="M60 130l40-14 30 16-24 18Zm130 20 50-10 26 20-44 12Zm110-26 40-8 10 20-30 8Z" fill="#776a55"/><ellipse cx="180" cy="160" rx="70" ry="12" fill="#5d6a70"/>`,
  ),
  after: drawn(
    `${yard}<path d="M0 106h380v74H0Z" fill="#9da3a0"/><path d="M0 124h380M0 146h380M70 106 0 180M150 106l-40 74M230 106l40 74M310 106l70 74" stroke="#858b88" stroke-width="2" fill="none"/><rect x="280" y="128" width="56" height="8" fill="#8a5b36"/>`,
  ),
  manhole: drawn(
    '<rect width="380" height="180" fill="#85847d"/><rect width="380" height="30" fill="#a59e92"/><ellipse cx="190" cy="106" rx="96" ry="54" fill="#3f3d3a"/><ellipse cx="190" cy="98" rx="96" ry="54" fill="#5d5a55"/><path d="M120 86h140M112 98h156M120 110h140" stroke="#3f3d3a" stroke-width="6"/>',
  ),
};
