package org.jieti.robustness.ranking;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// How many are in each bucket, and then where each bucket goes on.
abstract sealed class Buckets {
    /// Empty buckets.
    ///
    /// @param buckets a power of two, at least 4
    /// @param most how many there may be in all
    static Buckets of(int buckets, int most) {
        return most <= Narrow.MOST ? new Narrow(buckets) : new Wide(buckets);
    }

    abstract void clear();

    abstract void count(int[] into);

    /// Turns the counts into where each bucket begins.
    abstract void accumulate();

    /// The next place of a bucket.
    abstract int next(int bucket);

    /// Numbers of 16 bits, four of which are added up at once.
    private static final class Narrow extends Buckets {
        static final int MOST = 0xffff;

        private static final VarHandle ONE =
                MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.LITTLE_ENDIAN);
        private static final VarHandle FOUR =
                MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
        private static final long EACH = 0x0001_0001_0001_0001L;

        private final byte[] numbers;

        Narrow(int buckets) {
            this.numbers = new byte[buckets * Character.BYTES];
        }

        @Override
        void clear() {
            Arrays.fill(numbers, (byte) 0);
        }

        @Override
        void count(int[] into) {
            byte[] counts = numbers;
            for (int bucket : into) {
                int at = bucket * Character.BYTES;
                ONE.set(counts, at, (char) ((char) ONE.get(counts, at) + 1));
            }
        }

        /// A long times one in each of its four numbers holds, in each, the sum of those up to it.
        @Override
        void accumulate() {
            byte[] counts = numbers;
            long before = 0;
            for (int at = 0; at < counts.length; at += Long.BYTES) {
                long four = (long) FOUR.get(counts, at);
                long sums = four * EACH;
                FOUR.set(counts, at, before * EACH + (sums - four));
                before += sums >>> 48;
            }
        }

        @Override
        int next(int bucket) {
            int at = bucket * Character.BYTES;
            char next = (char) ONE.get(numbers, at);
            ONE.set(numbers, at, (char) (next + 1));
            return next;
        }
    }

    /// Numbers of 32 bits.
    private static final class Wide extends Buckets {
        private final int[] numbers;

        Wide(int buckets) {
            this.numbers = new int[buckets];
        }

        @Override
        void clear() {
            Arrays.fill(numbers, 0);
        }

        @Override
        void count(int[] into) {
            for (int bucket : into) {
                numbers[bucket]++;
            }
        }

        @Override
        void accumulate() {
            int before = 0;
            for (int bucket = 0; bucket < numbers.length; bucket++) {
                int count = numbers[bucket];
                numbers[bucket] = before;
                before += count;
            }
        }

        @Override
        int next(int bucket) {
            return numbers[bucket]++;
        }
    }
}
