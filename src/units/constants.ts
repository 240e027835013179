/** Expected hashes to find a block at difficulty 1, by the industry's convention (2^32; the exact figure is 15 ppm higher). Source: Bitcoin Wiki, "Difficulty". */
export const HASHES_PER_DIFFICULTY = 2 ** 32;
