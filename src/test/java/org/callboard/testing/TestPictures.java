package org.callboard.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as people send them, made on the spot. The upper left corner is red, all else is blue. */
public final class TestPictures {

    public static final Color CORNER = new Color(220, 40, 40);
    public static final Color REST = new Color(40, 70, 160);

    private TestPictures() {}

    public static byte[] jpeg(int width, int height) {
        return encoded(drawn(width, height), "jpeg");
    }

    /** In several scans, each a little finer: ten of them, as programs make it. */
    public static byte[] progressiveJpeg(int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream target = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(target);
            writer.write(null, new IIOImage(drawn(width, height), null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** Black, with two bytes for each of four colors. */
    public static byte[] pngOfSixteenBits(int width, int height) {
        ColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                true,
                false,
                Transparency.TRANSLUCENT,
                DataBuffer.TYPE_USHORT);
        return encoded(
                new BufferedImage(model, model.createCompatibleWritableRaster(width, height), false, null), "png");
    }

    public static byte[] png(int width, int height) {
        return encoded(drawn(width, height), "png");
    }

    /** A JPEG as a telephone makes it: with the place where it was taken, and how the telephone was held. */
    public static byte[] jpegOfTelephone(int width, int height, int orientation) {
        byte[] jpeg = jpeg(width, height);
        byte[] exif = exif(orientation);
        ByteBuffer all = ByteBuffer.allocate(jpeg.length + exif.length + 10);
        all.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (exif.length + 8));
        all.put("Exif\0\0".getBytes(ISO_8859_1)).put(exif).put(jpeg, 2, jpeg.length - 2);
        return all.array();
    }

    /** A PNG that says how it was held. */
    public static byte[] pngOfTelephone(int width, int height, int orientation) {
        byte[] png = png(width, height);
        byte[] exif = exif(orientation);
        ByteBuffer all = ByteBuffer.allocate(png.length + exif.length + 12);
        return all.put(png, 0, 33)
                .put(chunk("eXIf", exif))
                .put(png, 33, png.length - 33)
                .array();
    }

    /** A PNG with a page in a text chunk, and the same page behind its end. */
    public static byte[] pngThatIsAPage(String page) {
        byte[] png = png(60, 40);
        byte[] text = chunk("tEXt", ("Comment\0" + page).getBytes(ISO_8859_1));
        byte[] behind = page.getBytes(ISO_8859_1);
        return ByteBuffer.allocate(png.length + text.length + behind.length)
                .put(png, 0, 33)
                .put(text)
                .put(png, 33, png.length - 33)
                .put(behind)
                .array();
    }

    /** A PNG that claims a size without having the points for it. */
    public static byte[] pngThatClaims(int width, int height) {
        byte[] png = png(8, 8);
        ByteBuffer head = ByteBuffer.wrap(png);
        head.putInt(16, width).putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        head.putInt(29, (int) sum.getValue());
        return png;
    }

    /** A lossless WebP of one color: as few bytes as there can be, whatever its size. */
    public static byte[] webp(int width, int height, Color color) {
        return riff("VP8L", vp8l(width, height, color));
    }

    /** The same, with the way it was held in its Exif part. */
    public static byte[] webpOfTelephone(int width, int height, int orientation) {
        ByteBuffer head = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putInt(0x08);
        head.putShort((short) (width - 1))
                .put((byte) 0)
                .putShort((short) (height - 1))
                .put((byte) 0);
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        chunks.writeBytes(riffChunk("VP8X", head.array()));
        chunks.writeBytes(riffChunk("VP8L", vp8l(width, height, REST)));
        chunks.writeBytes(riffChunk("EXIF", exif(orientation)));
        return riff(chunks.toByteArray());
    }

    public static BufferedImage read(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a point has a color, as exactly as a JPEG keeps it. */
    public static boolean near(BufferedImage picture, int x, int y, Color wanted) {
        Color is = new Color(picture.getRGB(x, y));
        return Math.abs(is.getRed() - wanted.getRed()) < 40
                && Math.abs(is.getGreen() - wanted.getGreen()) < 40
                && Math.abs(is.getBlue() - wanted.getBlue()) < 40;
    }

    private static BufferedImage drawn(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(REST);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(CORNER);
        graphics.fillRect(0, 0, width / 3, height / 3);
        graphics.dispose();
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A TIFF header and directory: the orientation, a camera's name, and a directory with 39.7589 degrees north. */
    private static byte[] exif(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(150).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put("II".getBytes(ISO_8859_1)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        entry(tiff, 0x010f, 2, 10, 50);
        entry(tiff, 0x0112, 3, 1, orientation);
        entry(tiff, 0x8825, 4, 1, 60);
        tiff.putInt(0);
        tiff.position(50).put("SpyPhone9\0".getBytes(ISO_8859_1));
        tiff.position(60).putShort((short) 2);
        entry(tiff, 0x0001, 2, 2, 'N');
        entry(tiff, 0x0002, 5, 3, 90);
        tiff.putInt(0);
        tiff.position(90);
        for (int number : new int[] {39, 1, 45, 1, 3204, 100}) {
            tiff.putInt(number);
        }
        tiff.position(114).put("GPS-PLACE-39.7589".getBytes(ISO_8859_1));
        return tiff.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int kind, int count, int value) {
        tiff.putShort((short) tag).putShort((short) kind).putInt(count).putInt(value);
    }

    private static byte[] chunk(String name, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(name.getBytes(ISO_8859_1));
        sum.update(content);
        return ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(name.getBytes(ISO_8859_1))
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }

    /** Every point's code is zero bits long, since each alphabet has one word. */
    private static byte[] vp8l(int width, int height, Color color) {
        Bits bits = new Bits();
        bits.put(0x2f, 8).put(width - 1, 14).put(height - 1, 14).put(0, 4);
        bits.put(0, 3); // no transform, no color cache, no groups of codes
        for (int word : new int[] {color.getGreen(), color.getRed(), color.getBlue(), 255, 0}) {
            bits.put(1, 1).put(0, 1).put(1, 1).put(word, 8);
        }
        return bits.bytes();
    }

    private static byte[] riff(String name, byte[] content) {
        return riff(riffChunk(name, content));
    }

    private static byte[] riff(byte[] chunks) {
        return ByteBuffer.allocate(chunks.length + 12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(ISO_8859_1))
                .putInt(chunks.length + 4)
                .put("WEBP".getBytes(ISO_8859_1))
                .put(chunks)
                .array();
    }

    private static byte[] riffChunk(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + (content.length & 1))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(ISO_8859_1))
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static final class Bits {
        private final BitSet set = new BitSet();
        private int length;

        Bits put(int value, int count) {
            for (int i = 0; i < count; i++) {
                set.set(length++, (value >> i & 1) == 1);
            }
            return this;
        }

        byte[] bytes() {
            return Arrays.copyOf(set.toByteArray(), (length + 7) / 8);
        }
    }
}
