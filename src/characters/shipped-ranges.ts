/**
 * The code points that at least one of the shipped faces has: the steps between the ends of their ranges, to the base 36. Made from the
 * fonts by `npm run fonts:update`; a test compares them.
 */
export const SHIPPED_RANGES =
  'd 0 j 2m y 4o 2 1h g 0 3 0 e 1 e 1 7 0 7 0 6 o 8 7 3 1 a y 3 1 2 0 9 3 3 7 p 12 2 d 2 b 2 2 2 1 2 7 a 4 2 0 5 2 ' +
  '2 1 2 1 7 6 c 5 4 2 t 4 2 6 3 0 2 1 9 0 8 1 2 2 6 0 3 0 4 0 d 3 1b 1 5 0 4 0 6 6 2 0 2 j 2 18 2 0 4 2 p 0 g 2n 3 ' +
  '1 7 1 7 3 r d 3 5 5 1 3 5 3 5 5 2 7 3 3 a 3 3 3 7 5 b x 3 7 1 4wz 1 3 3 5 3 5 1 3 1 3 1 5 1 3 1 7 1 3 1 4 0 3 7 ' +
  '3 7 7 1 3 b 3 3 9 3 5 5 9 1 3 1 4 0 7 0 2 2h 7 l 3 5 3 11 3 5 3 7 2 0 2 0 2 0 2 u 3 1g 2 e 2 d 3 5 2 i 3 2 2 8 9 ' +
  '4 5 6 2 2 2 2 2 2 2 2 a 0 2 1 2 0 4 2 9 0 e 0 u 0 4 5 6 a o 0 2 1 2 1 2 0 2 3 3 1 2 1 3 2 2 1 1y 0 2 0 4 0 a 0 3 ' +
  '0 b 1 4 1 7 0 11 1 7 3 2 p n 9 2x 0 3 1 2 0 3 0 4 0 2 1 3 0 4 1 3 3 3 0 2 0 2 4 3 0 6 3 5 1 8 0 3 0 4 0 6 1 d 1 ' +
  '3 3 7 1 12 0 4 0 c 0 q 0 1c 0 z 0 9a 7z 2 e 4 2 b 1 h 1 3 1 5 1 3 1 5 1 3 1 3 1 j 3 n 0 9 1 3 0 7 1 1b 0 2 0 2x ' +
  '0 2w 0 5x 1 mq 0 9 0 ly 0 1z 0 3 0 4 0 3 1 b 0 g 0 3 0 4 0 5 0 3 1 4 0 f 0 86 b 5 1r 2 2d 3 2t 7 10 6v 9 8 0 27 ' +
  '9 q 0 6j 1 7 2 4 2 3 0 4 0 v 0 a 0 3 1 3 0 17 533 1t g73 1ho 1 g4g 0 25 0 s 0 2a 0 a 0 r 3 2 0 2 1 4 0 7 2 2 1 3 ' +
  '2 60 1 lq 4 3 2 n 1 2 h 5 9 2 3 2 d 2 3 46 2l 3m 6 1eox 0 2 0 1v 0 48 0 xw 0 26 0 10p 0 8h 0 1ca 0 3d 0 ck 0 3w8 ' +
  '0 2f0 0 1cc 1 az 0 rf 0 g 0 1cr 0 6q 0 12 0 3g 0 24 0 221 0 1c 0 1y 0 1tb 0 ne 0 h8 0 dl 0 7a 0 d1 0 ej 0 5h 0 ' +
  '2hd 0 16l 0 96 0 sv 0 hc 0 t 0 97 0 o9 0 72 0 8 0 2 0 3 0 cb 0 3u 0 1k6 0 b5 0 1gu 0 5 0 9 0 1n5 0 7y 0 s 0 7t 0 ' +
  '6 0 y 0 7e 0 u8 0 at 1 f 1 51 0 7n 0 2r 0 c 0 3 0 b 0 3r 0 c 0 3 0 26 0 3q 0 8 0 7 0 3 0 k 1 14 0 3c 1 4 0 1g 0 ' +
  'd 0 14 1 9 2 2 0 2 0 2x 1 n 0 1s 0 58 0 r 1 x 0 j 0 3 0 a 0 4 0 i 0 4c 0 en 0 48 0 3 0 q 0 7 0 48 0 9o 0 g 0 1u ' +
  '0 1a 0 1e 0 e8 1 3j 0 x 0 7f 0 4 0 w 0 3n 0 c 0 s 0 37 0 1w 0 6 0 3 0 84 0 c 0 3 0 4r 0 5t 0 5 0 9 1 7 0 2 2 2 0 ' +
  'j 0 8 1 69 0 3 0 34 0 y 0 1o 0 64 0 5 0 3 0 i 0 k 0 3 0 j 0 6d 0 c 0 33 0 18 0 3k 0 4 1 3 0 7 1 2 0 4 0 2 0 9 0 ' +
  '4 0 c 1 9 0 5 0 3 0 3 0 4 0 3 0 2 0 4 0 1h 0 e 1 e 0 3s 0 9 0 46 1 7 0 2 0 3 1 7 0 3l 0 2 0 2 1 f 1 8 0 5 1 13 0 ' +
  '1v 0 2 0 9 0 3 0 4 0 2a 0 c 0 b 0 z3 0 ci 0 3lc 0 3d0 0 c 0 1e 0 s 0 26 0';
