package org.annals.corpus;

import java.util.Arrays;
import java.util.Random;

/** Damage to bytes, of any kind of file. */
enum ByteMutation {
    FLIPPED {
        @Override
        byte[] apply(byte[] bytes, Random random) {
            for (int hits = 1 + random.nextInt(30); hits > 0; hits--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            return bytes;
        }
    },
    CUT_OFF {
        @Override
        byte[] apply(byte[] bytes, Random random) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length) + 1);
        }
    },
    PIECE_LOST {
        @Override
        byte[] apply(byte[] bytes, Random random) {
            int from = random.nextInt(bytes.length);
            int to = Math.min(bytes.length - 1, from + 1 + random.nextInt(2000));
            return joined(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
        }
    },
    PIECE_REPEATED {
        @Override
        byte[] apply(byte[] bytes, Random random) {
            int from = random.nextInt(bytes.length);
            byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 1 + random.nextInt(400)));
            byte[] out = Arrays.copyOf(bytes, from);
            for (int times = 1 + random.nextInt(60); times > 0; times--) {
                out = joined(out, piece);
            }
            return joined(out, Arrays.copyOfRange(bytes, from, bytes.length));
        }
    },
    RANDOM_PIECE {
        @Override
        byte[] apply(byte[] bytes, Random random) {
            byte[] noise = new byte[1 + random.nextInt(500)];
            random.nextBytes(noise);
            int at = random.nextInt(bytes.length);
            return joined(joined(Arrays.copyOf(bytes, at), noise), Arrays.copyOfRange(bytes, at, bytes.length));
        }
    };

    abstract byte[] apply(byte[] bytes, Random random);

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
