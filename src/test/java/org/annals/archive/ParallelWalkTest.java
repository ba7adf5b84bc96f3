package org.annals.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever lies in the file, many threads give what one thread gives. */
class ParallelWalkTest {
    private static final String DAY = "2020-02-02T02:02:02Z";

    @TempDir
    Path folder;

    private Path file;
    private byte[] sound;

    /** Five pieces, with records from tiny to longer than a piece. */
    @BeforeEach
    void manyRecords() throws IOException {
        Random random = new Random(5);
        ForeignWarc warc = new ForeignWarc();
        int total = 0;
        for (int i = 0; total < 5 << 20; i++) {
            byte[] body = new byte[i == 20 ? 2_500_000 : random.nextInt(60_000)];
            random.nextBytes(body);
            warc.record("resource", "http://www.example.gov.cn/" + i, DAY, "", "application/octet-stream", body);
            total += body.length;
        }
        sound = warc.members();
        file = Files.write(folder.resolve("a.warc.gz"), sound);
    }

    private List<String> walk(int threads) throws IOException {
        List<String> found = new ArrayList<>();
        long end = ParallelWalk.walk(
                file,
                "a.warc.gz",
                0,
                threads,
                (record, reader) -> record.location().offset() + " "
                        + record.target().orElse("") + " " + Arrays.hashCode(record.block()),
                new ParallelWalk.Sink<>() {
                    @Override
                    public void record(String made) {
                        found.add(made);
                    }

                    @Override
                    public void damaged(DamagedRecordException damage, OptionalLong next) {
                        found.add("damaged at " + damage.offset() + " " + damage.getMessage() + " next " + next);
                    }
                });
        found.add("end " + end);
        return found;
    }

    private void sameOnManyThreads() throws IOException {
        List<String> one = walk(1);
        assertThat(walk(2)).isEqualTo(one);
        assertThat(walk(4)).isEqualTo(one);
    }

    @Test
    void aSoundFileGivesItsRecordsInOrder() throws IOException {
        assertThat(walk(1)).hasSizeGreaterThan(80).noneMatch(line -> line.startsWith("damaged"));
        sameOnManyThreads();
    }

    @Test
    void damagedFilesGiveTheSameFindings() throws IOException {
        Random random = new Random(11);
        for (int i = 0; i < 25; i++) {
            byte[] bytes = sound.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            if (i % 3 == 0) {
                bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            if (i % 5 == 0 && bytes.length > 3 << 20) {
                Arrays.fill(bytes, 1 << 20, (2 << 20) + 5_000, (byte) 0);
            }
            Files.write(file, bytes);
            sameOnManyThreads();
        }
    }

    /** A payload that holds gzip members with records in them, stored as they are, is no place to begin. */
    @Test
    void recordsInsideOfPayloadsAreNotTakenForRecords() throws IOException {
        byte[] inner = Arrays.copyOf(sound, 3_000_000);
        ByteArrayOutputStream outer = new ByteArrayOutputStream();
        for (int i = 0; i < 2; i++) {
            byte[] plain = new ForeignWarc()
                    .record("resource", "http://www.example.gov.cn/x" + i, DAY, "", "application/gzip", inner)
                    .plain();
            ByteArrayOutputStream member = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(member) {
                {
                    def.setLevel(Deflater.NO_COMPRESSION);
                }
            }) {
                gzip.write(plain);
            }
            outer.writeBytes(member.toByteArray());
        }
        outer.writeBytes(sound);
        Files.write(file, outer.toByteArray());
        assertThat(walk(1)).hasSizeGreaterThan(80);
        sameOnManyThreads();
    }

    @Test
    void aFaultOfTheReaderIsPassedOn() {
        assertThatThrownBy(() -> ParallelWalk.walk(
                        file,
                        "a.warc.gz",
                        0,
                        2,
                        (record, reader) -> {
                            if (record.location().offset() > 3 << 20) {
                                throw new IOException("the disk is gone");
                            }
                            return record;
                        },
                        new ParallelWalk.Sink<RawRecord>() {
                            @Override
                            public void record(RawRecord made) {
                                assertThat(made).isNotNull();
                            }

                            @Override
                            public void damaged(DamagedRecordException damage, OptionalLong next) {
                                throw new AssertionError(damage);
                            }
                        }))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is gone");
    }
}
