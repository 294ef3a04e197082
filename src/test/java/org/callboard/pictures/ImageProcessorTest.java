package org.callboard.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callboard.testing.TestPictures.CORNER;
import static org.callboard.testing.TestPictures.REST;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.callboard.server.WorkQueue;
import org.callboard.testing.TestPictures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;

/** What becomes of what people send. */
class ImageProcessorTest {

    private final WorkQueue queue = new WorkQueue(ImageProcessor.DRAWING, new SimpleMeterRegistry());

    private final ImageProcessor imageProcessor = new ImageProcessor(queue);

    @AfterEach
    void end() {
        queue.close();
    }

    private ImageProcessor.Developed develop(byte[] upload) {
        return imageProcessor.develop(new ByteArrayResource(upload));
    }

    @Test
    void nothingOfAPicturesStoryIsKept() {
        byte[] sent = TestPictures.jpegOfTelephone(640, 480, 1);
        assertThat(text(sent)).contains("Exif", "SpyPhone9", "GPS-PLACE-39.7589");
        ImageProcessor.Developed kept = develop(sent);
        assertThat(kept.contentType()).isEqualTo("image/jpeg");
        assertThat(text(kept.large())).doesNotContain("Exif", "SpyPhone", "GPS-PLACE");
        assertThat(text(kept.small())).doesNotContain("Exif", "SpyPhone", "GPS-PLACE");
        assertThat(kept.width()).isEqualTo(640);
        assertThat(kept.height()).isEqualTo(480);
    }

    /** Where the red corner is seen, and whether the picture stands: x and y of the corner, as 0 or 1. */
    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, false", "2, 1, 0, false", "3, 1, 1, false", "4, 0, 1, false",
        "5, 0, 0, true", "6, 1, 0, true", "7, 1, 1, true", "8, 0, 1, true"
    })
    void aPictureStandsAsItWasSeen(int orientation, int x, int y, boolean stands) {
        for (byte[] sent : new byte[][] {
            TestPictures.jpegOfTelephone(300, 180, orientation), TestPictures.pngOfTelephone(300, 180, orientation)
        }) {
            BufferedImage kept = TestPictures.read(develop(sent).large());
            assertThat(kept.getWidth()).isEqualTo(stands ? 180 : 300);
            assertThat(kept.getHeight()).isEqualTo(stands ? 300 : 180);
            for (int corner = 0; corner < 4; corner++) {
                int right = corner % 2;
                int low = corner / 2;
                assertThat(TestPictures.near(
                                kept,
                                right * (kept.getWidth() - 21) + 10,
                                low * (kept.getHeight() - 21) + 10,
                                right == x && low == y ? CORNER : REST))
                        .as("corner %s %s", right, low)
                        .isTrue();
            }
        }
    }

    @Test
    void bothSizesAreBoundedAndKeepTheirShape() {
        ImageProcessor.Developed kept = develop(TestPictures.jpeg(5000, 2500));
        BufferedImage large = TestPictures.read(kept.large());
        assertThat(large.getWidth()).isEqualTo(2048);
        assertThat(large.getHeight()).isEqualTo(1024);
        assertThat(kept.width()).isEqualTo(2048);
        BufferedImage small = TestPictures.read(kept.small());
        assertThat(small.getWidth()).isEqualTo(320);
        assertThat(small.getHeight()).isEqualTo(160);
        assertThat(TestPictures.near(small, 20, 20, CORNER)).isTrue();
        assertThat(TestPictures.near(small, 300, 140, REST)).isTrue();
        BufferedImage line =
                TestPictures.read(develop(TestPictures.png(9000, 1)).small());
        assertThat(line.getWidth()).isEqualTo(320);
        assertThat(line.getHeight()).isEqualTo(1);
    }

    @Test
    void aWebpBecomesAJpeg() {
        ImageProcessor.Developed kept = develop(TestPictures.webp(500, 300, REST));
        assertThat(kept.contentType()).isEqualTo("image/jpeg");
        assertThat(TestPictures.near(TestPictures.read(kept.large()), 250, 150, REST))
                .isTrue();
        ImageProcessor.Developed turned = develop(TestPictures.webpOfTelephone(500, 300, 6));
        assertThat(turned.width()).isEqualTo(300);
        assertThat(turned.height()).isEqualTo(500);
        assertThat(text(turned.large())).doesNotContain("GPS-PLACE");
    }

    @Test
    void aPageWithinAPictureIsGone() {
        ImageProcessor.Developed kept = develop(TestPictures.pngThatIsAPage("<html><script>alert(1)</script></html>"));
        assertThat(kept.contentType()).isEqualTo("image/png");
        assertThat(text(kept.large())).doesNotContain("script", "html", "Comment");
    }

    @Test
    void tooManyPointsAreRefusedBeforeTheyAreDrawn() {
        assertThat(refusal(TestPictures.pngThatClaims(30_000, 30_000))).contains("30000 × 30000", "50 million");
        assertThat(refusal(TestPictures.pngThatClaims(21_000, 10))).contains("21000 × 10");
        assertThat(refusal(TestPictures.webp(16_383, 16_383, REST))).contains("20 million");
    }

    /** In memory that no limit of Java's bounds, or in the heap of 256 MB. */
    @Test
    void whatADecoderHoldsWholeHasFewerPoints() {
        assertThat(refusal(claiming(TestPictures.progressiveJpeg(64, 64), 7000, 3000)))
                .contains("20 million");
        assertThat(develop(claiming(TestPictures.jpeg(64, 64), 7000, 3000)).width())
                .as("in one scan: as large as telephones make them")
                .isEqualTo(2048);
        byte[] scansOfOneComponent = claiming(TestPictures.jpeg(64, 64), 7000, 3000);
        scansOfOneComponent[at(scansOfOneComponent, 0xda) + 4] = 1;
        assertThat(DecodePasses.of(PictureType.JPEG, scansOfOneComponent)).isEqualTo(new DecodePasses(1, true));
        byte[] interlaced = TestPictures.pngThatClaims(7000, 3000);
        interlaced[28] = 1;
        assertThat(refusal(interlaced)).contains("20 million");
    }

    /** Ten scans of 20 million points are what programs make; more of them take seconds each. */
    @Test
    void aLargePictureHasFewScans() {
        byte[] jpeg = claiming(TestPictures.progressiveJpeg(64, 64), 5000, 3900);
        byte[] scan = {(byte) 0xff, (byte) 0xda, 0, 8, 1, 1, 0, 0, 0, 0};
        byte[] more = Arrays.copyOf(jpeg, jpeg.length + 4 * scan.length);
        for (int i = 0; i < 4; i++) {
            System.arraycopy(scan, 0, more, jpeg.length - 2 + i * scan.length, scan.length);
        }
        assertThat(DecodePasses.of(PictureType.JPEG, jpeg)).isEqualTo(new DecodePasses(10, true));
        assertThat(DecodePasses.of(PictureType.JPEG, more)).isEqualTo(new DecodePasses(14, true));
        assertThat(refusal(more)).contains("damaged");
    }

    @Test
    void aPictureOfSixteenBitsAPointTakesNoMoreMemoryThanAnother() {
        ImageProcessor.Developed kept = develop(TestPictures.pngOfSixteenBits(3600, 3500));
        assertThat(kept.width()).as("every second point is read").isEqualTo(1800);
    }

    /** The picture with other sides in its header; the points behind it are missing. */
    private static byte[] claiming(byte[] jpeg, int width, int height) {
        byte[] claiming = jpeg.clone();
        int frame = Math.max(at(jpeg, 0xc0), at(jpeg, 0xc2));
        ByteBuffer.wrap(claiming).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
        return claiming;
    }

    private static int at(byte[] jpeg, int marker) {
        for (int i = 0; i + 1 < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xff && (jpeg[i + 1] & 0xff) == marker) {
                return i;
            }
        }
        return -1;
    }

    /** A few bytes must not keep the server busy: the decoder alone takes minutes for this one. */
    @Test
    void aWebpThatEndsTooEarlyIsLeftAtOnce() {
        byte[] whole = TestPictures.webp(4400, 4400, REST);
        long start = System.nanoTime();
        develop(whole);
        assertThat(refusal(Arrays.copyOf(whole, 22))).contains("damaged");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 25, 60, 200})
    void aDamagedPictureIsRefused(int length) {
        assertThat(refusal(Arrays.copyOf(TestPictures.jpeg(100, 100), length))).contains("damaged");
        assertThat(refusal(Arrays.copyOf(TestPictures.png(100, 100), Math.max(length, 8))))
                .contains("damaged");
    }

    @Test
    void ofAThousandScansNoneIsDrawn() {
        byte[] jpeg = TestPictures.jpeg(100, 100);
        byte[] scans = new byte[200 * 6];
        for (int i = 0; i < scans.length; i += 6) {
            scans[i] = (byte) 0xff;
            scans[i + 1] = (byte) 0xda;
            scans[i + 3] = 4;
        }
        byte[] all = Arrays.copyOf(jpeg, jpeg.length + scans.length);
        System.arraycopy(scans, 0, all, jpeg.length - 2, scans.length);
        assertThat(refusal(all)).contains("damaged");
        System.arraycopy(jpeg, jpeg.length - 2, all, jpeg.length - 2, 2);
        System.arraycopy(scans, 0, all, jpeg.length, scans.length);
        assertThat(develop(all).width())
                .as("behind the end they are nobody's matter")
                .isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "....ftypheic....        | iPhone",
                "....ftypmif1....heic    | iPhone",
                "....ftypavif....        | AVIF",
                "....ftypisom....        | video",
                "GIF89a......            | GIF",
                "%PDF-1.7                | PDF",
                "<svg xmlns='x'/>        | scripts",
                "<?xml version='1.0'?><svg/> | scripts",
                "II*\0....               | TIFF",
                "<html><body>hello       | not a picture",
                "RIFF....WAVE            | not a picture",
                "''                      | empty"
            })
    void whatIsNotTakenIsToldWhatToDo(String start, String sentence) {
        assertThat(refusal(start.replace("\\0", "\0").getBytes(ISO_8859_1))).contains(sentence);
    }

    private String refusal(byte[] upload) {
        Refusal[] problem = new Refusal[1];
        assertThatThrownBy(() -> develop(upload)).isInstanceOfSatisfying(Refusal.class, e -> problem[0] = e);
        assertThat(problem[0].code()).isEqualTo(RefusalCode.INVALID);
        return problem[0].errors().get("file").getFirst();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
