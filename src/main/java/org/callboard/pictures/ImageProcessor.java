package org.callboard.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.SampleModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.server.WorkQueue;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Makes out of an upload what is kept of it: drawn anew from its points alone, upright and of bounded size. Nothing else
 * of the file survives: no place and time, no camera, no hidden page or script.
 */
@Component
class ImageProcessor {

    /** The side of the large version and of the small one, in points, at most. */
    static final int LARGE = 2048;

    static final int SMALL = 320;

    private static final long MAX_POINTS = 50_000_000; // a telephone's largest
    private static final long MAX_POINTS_HELD = 20_000_000; // where the decoder holds all of them at once
    private static final double MAX_POINTS_PASSED = 240_000_000; // programs draw a picture in about ten passes
    private static final int MAX_SIDE = 20_000;
    private static final double BYTES_IN_MEMORY = 40_000_000;
    private static final int LARGEST_PNG = 2 << 20;

    /** What the largest picture takes of the heap. */
    private static final long BYTES_OF_HEAP = 200_000_000;

    /**
     * Two of the largest pictures at once and the decoders' own memory are to fit into a gigabyte with all the rest. A heap
     * that holds only one of them would be cleared over and over with everybody waiting.
     */
    static final WorkQueue.Kind DRAWING = new WorkQueue.Kind(
            "pictures",
            (int) Math.clamp(Runtime.getRuntime().maxMemory() / BYTES_OF_HEAP, 1, 2),
            20,
            Duration.ofSeconds(30),
            true,
            "Too many pictures arrive at once. Wait a few seconds and send it again.");

    private final WorkQueue pictureQueue;

    ImageProcessor(WorkQueue pictureQueue) {
        this.pictureQueue = pictureQueue;
    }

    /** What is kept: the large version in its format, the small one as JPEG. */
    record Developed(String contentType, int width, int height, byte[] large, byte[] small) {}

    /**
     * Reads the upload when it is its turn, so that what waits takes no memory. Throws an Invalid for what is no picture or too
     * large a one, and a Busy where too many wait.
     */
    Developed develop(Resource upload) {
        return pictureQueue.call(() -> {
            try {
                return develop(upload.getContentAsByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e); // our own file
            }
        });
    }

    private static Developed develop(byte[] upload) {
        PictureType type = PictureType.of(upload);
        try {
            return develop(type, upload);
        } catch (Refusal e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw broken(); // decoders throw whatever they stumble over
        }
    }

    private static Developed develop(PictureType type, byte[] upload) throws IOException {
        BufferedImage large = upright(within(read(type, upload), LARGE), Orientation.of(type, upload));
        byte[] small = jpeg(within(large, SMALL));
        if (type == PictureType.PNG || large.getColorModel().hasAlpha()) {
            byte[] png = png(large);
            if (png.length <= LARGEST_PNG) {
                return new Developed("image/png", large.getWidth(), large.getHeight(), png, small);
            }
        }
        return new Developed("image/jpeg", large.getWidth(), large.getHeight(), jpeg(large), small);
    }

    private static BufferedImage read(PictureType type, byte[] upload) throws IOException {
        ImageReader reader = type.reader();
        try {
            DecodePasses passes = DecodePasses.of(type, upload);
            long most = passes.holdsAll() ? MAX_POINTS_HELD : MAX_POINTS;
            if (type == PictureType.WEBP) {
                WebPicture picture = WebPicture.of(upload);
                requireBounded(picture.width(), picture.height(), most);
                reader.setInput(picture.input(), true, true);
            } else {
                reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(upload)), true, true);
            }
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            requireBounded(width, height, most);
            if (passes.count() * (double) width * height > MAX_POINTS_PASSED) {
                throw broken();
            }
            ImageReadParam read = reader.getDefaultReadParam();
            int every = (int) Math.ceil(Math.sqrt((double) width * height * bytesOfPoint(reader) / BYTES_IN_MEMORY));
            read.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, read);
        } finally {
            reader.dispose();
        }
    }

    private static int bytesOfPoint(ImageReader reader) throws IOException {
        SampleModel model = reader.getImageTypes(0).next().getSampleModel();
        return Math.max(1, model.getNumDataElements() * DataBuffer.getDataTypeSize(model.getDataType()) / 8);
    }

    private static void requireBounded(int width, int height, long most) {
        if (width > MAX_SIDE || height > MAX_SIDE || (long) width * height > most) {
            throw new Invalid(
                    Pictures.FIELD,
                    "The picture has " + width + " × " + height + " points; at most " + most / 1_000_000
                            + " million are taken" + (most == MAX_POINTS ? "" : " of this kind")
                            + ". Send a smaller one.");
        }
    }

    private static Invalid broken() {
        return new Invalid(
                Pictures.FIELD, "The picture is damaged or of an unusual kind. Save it as JPEG again and send that.");
    }

    /** In ordinary colors, whatever the camera used, and the way it was seen. */
    private static BufferedImage upright(BufferedImage image, Orientation orientation) {
        int width = image.getWidth();
        int height = image.getHeight();
        BufferedImage upright = orientation.swapsSides() ? like(image, height, width) : like(image, width, height);
        Graphics2D graphics = upright.createGraphics();
        try {
            graphics.drawImage(image, orientation.upright(width, height), null);
        } finally {
            graphics.dispose();
        }
        return upright;
    }

    /** Halved as long as that fits, since one large step would leave most points out. */
    private static BufferedImage within(BufferedImage image, int side) {
        BufferedImage now = image;
        while (Math.max(now.getWidth(), now.getHeight()) > side) {
            double longest = Math.max(now.getWidth(), now.getHeight());
            double by = Math.max(0.5, side / longest);
            int width = Math.max(1, (int) Math.round(now.getWidth() * by));
            int height = Math.max(1, (int) Math.round(now.getHeight() * by));
            now = drawn(now, width, height);
        }
        return now;
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        BufferedImage smaller = like(image, width, height);
        Graphics2D graphics = smaller.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return smaller;
    }

    private static BufferedImage like(BufferedImage image, int width, int height) {
        boolean alpha = image.getColorModel().hasAlpha();
        return new BufferedImage(width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream target = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, "png", target);
        }
        return out.toByteArray();
    }

    /** What is seen through becomes white. */
    private static byte[] jpeg(BufferedImage image) throws IOException {
        BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = opaque.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream target = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(0.85f);
            writer.setOutput(target);
            writer.write(null, new IIOImage(opaque, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
