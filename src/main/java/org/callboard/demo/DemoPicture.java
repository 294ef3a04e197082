package org.callboard.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws what a customer would take a picture of: the demonstration brings none of anybody's cellar. */
final class DemoPicture {

    private DemoPicture() {}

    static byte[] drippingWaterHeater() {
        BufferedImage image = new BufferedImage(900, 1200, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setPaint(new GradientPaint(0, 0, new Color(0x8f959b), 0, 900, new Color(0x6e747a)));
        g.fillRect(0, 0, 900, 930);
        g.setColor(new Color(0x5d6267));
        g.setStroke(new BasicStroke(3));
        for (int y = 90; y < 930; y += 120) {
            g.drawLine(0, y, 900, y);
            for (int x = y % 240 == 90 ? 0 : 110; x < 900; x += 220) {
                g.drawLine(x, y, x, y + 120);
            }
        }
        g.setPaint(new GradientPaint(0, 930, new Color(0x4c4a46), 0, 1200, new Color(0x3a3835)));
        g.fillRect(0, 930, 900, 270);
        pipe(g, 350, 0, 350, 170);
        pipe(g, 550, 0, 550, 170);
        tank(g);
        water(g);
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void pipe(Graphics2D g, int fromX, int fromY, int toX, int toY) {
        g.setStroke(new BasicStroke(34, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        g.setColor(new Color(0x9a5a2c));
        g.drawLine(fromX, fromY, toX, toY);
        g.setStroke(new BasicStroke(10));
        g.setColor(new Color(0xd08b57));
        g.drawLine(fromX - 6, fromY, toX - 6, toY);
    }

    private static void tank(Graphics2D g) {
        g.setPaint(new GradientPaint(230, 0, new Color(0xb9bdbf), 470, 0, new Color(0xf4f5f4), true));
        g.fill(new RoundRectangle2D.Double(230, 140, 440, 860, 90, 90));
        g.setColor(new Color(0xd8452e));
        g.fill(new RoundRectangle2D.Double(330, 330, 240, 120, 14, 14));
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(9));
        for (int y = 362; y < 430; y += 28) {
            g.drawLine(356, y, y == 418 ? 470 : 544, y);
        }
        g.setColor(new Color(0x2c2f33));
        g.fill(new RoundRectangle2D.Double(390, 800, 120, 110, 16, 16));
        g.setColor(new Color(0xb08d3c));
        g.fill(new RoundRectangle2D.Double(600, 900, 120, 34, 10, 10));
        g.fill(new RoundRectangle2D.Double(694, 900, 30, 60, 8, 8));
    }

    private static void water(Graphics2D g) {
        g.setColor(new Color(0x9cc3dd));
        for (int y : new int[] {985, 1030}) {
            Path2D drop = new Path2D.Double();
            drop.moveTo(709, y - 22);
            drop.curveTo(724, y, 722, y + 14, 709, y + 14);
            drop.curveTo(696, y + 14, 694, y, 709, y - 22);
            g.fill(drop);
        }
        g.setColor(new Color(0x7ba3bf));
        g.fill(new Ellipse2D.Double(470, 1050, 400, 96));
        g.setColor(new Color(0xa9cbe0));
        g.fill(new Ellipse2D.Double(560, 1066, 210, 40));
    }
}
