package org.annals.document;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Reads the pages of a PDF and turns them upright, by the page's own rotation and by the direction of most of its text. */
final class PdfPages {
    private static final double STRAIGHT = 1.0;

    private long operators;

    PdfPage read(PDPage page, int number) throws IOException {
        PdfPageEngine engine = new PdfPageEngine(page, operators);
        engine.processPage(page);
        operators = engine.operators();
        PDRectangle box = page.getCropBox();
        int turns = Math.floorMod(page.getRotation() / 90, 4);
        AffineTransform upright = upright(box, turns);
        int text = turnsOfText(engine.glyphs(), upright);
        if (text != 0) {
            turns = Math.floorMod(turns + text, 4);
            upright = upright(box, turns);
        }
        boolean lies = turns % 2 == 1;
        return new PdfPage(
                number,
                lies ? box.getHeight() : box.getWidth(),
                lies ? box.getWidth() : box.getHeight(),
                glyphs(engine.glyphs(), upright),
                rules(engine.lines(), upright),
                engine.unseen(),
                engine.pictures());
    }

    /** From the page as stored, y up, to the page as read after quarter turns clockwise, y down. */
    private static AffineTransform upright(PDRectangle box, int turns) {
        return switch (turns) {
            case 1 -> new AffineTransform(0, 1, 1, 0, -box.getLowerLeftY(), -box.getLowerLeftX());
            case 2 -> new AffineTransform(-1, 0, 0, 1, box.getUpperRightX(), -box.getLowerLeftY());
            case 3 -> new AffineTransform(0, -1, -1, 0, box.getUpperRightY(), box.getUpperRightX());
            default -> new AffineTransform(1, 0, 0, -1, -box.getLowerLeftX(), box.getUpperRightY());
        };
    }

    /** How many quarter turns clockwise make most of the text run from left to right. */
    private static int turnsOfText(List<PdfPageEngine.Drawn> glyphs, AffineTransform upright) {
        int[] directions = new int[4];
        for (PdfPageEngine.Drawn glyph : glyphs) {
            Point2D begin = upright.transform(glyph.begin(), null);
            Point2D end = upright.transform(glyph.end(), null);
            double dx = end.getX() - begin.getX();
            double dy = end.getY() - begin.getY();
            // 0 rightwards, 1 upwards, 2 leftwards, 3 downwards
            directions[Math.abs(dx) >= Math.abs(dy) ? dx >= 0 ? 0 : 2 : dy < 0 ? 1 : 3]++;
        }
        int most = 0;
        for (int i = 1; i < 4; i++) {
            most = directions[i] > 2 * directions[most] ? i : most;
        }
        return most;
    }

    private static List<Glyph> glyphs(List<PdfPageEngine.Drawn> drawn, AffineTransform upright) {
        List<Glyph> glyphs = new ArrayList<>();
        // Bold is often made by drawing a character twice, a hair apart: 5 must not become 55.
        Map<String, List<Glyph>> near = new HashMap<>();
        for (PdfPageEngine.Drawn one : drawn) {
            Point2D begin = upright.transform(one.begin(), null);
            Point2D end = upright.transform(one.end(), null);
            double left = Math.min(begin.getX(), end.getX());
            double right = Math.max(begin.getX(), end.getX());
            double size = one.size() > 0 ? one.size() : 1;
            Glyph glyph = new Glyph(one.text(), left, right, begin.getY(), size);
            boolean usable = Double.isFinite(left) && Double.isFinite(right) && Double.isFinite(begin.getY());
            if (usable && !isDrawnAgain(glyph, near)) {
                glyphs.add(glyph);
            }
        }
        return glyphs;
    }

    private static boolean isDrawnAgain(Glyph glyph, Map<String, List<Glyph>> near) {
        double reach = Math.max(0.3 * (glyph.right() - glyph.x()), 0.01);
        long row = Math.round(glyph.y() / 10);
        long column = Math.round(glyph.x() / 10);
        for (long r = row - 1; r <= row + 1; r++) {
            for (long c = column - 1; c <= column + 1; c++) {
                for (Glyph other : near.getOrDefault(glyph.text() + ' ' + r + ' ' + c, List.of())) {
                    if (Math.abs(other.x() - glyph.x()) < reach
                            && Math.abs(other.y() - glyph.y()) < 0.3 * glyph.size()) {
                        return true;
                    }
                }
            }
        }
        near.computeIfAbsent(glyph.text() + ' ' + row + ' ' + column, key -> new ArrayList<>())
                .add(glyph);
        return false;
    }

    private static List<Rule> rules(List<PdfPageEngine.Line> lines, AffineTransform upright) {
        List<Rule> rules = new ArrayList<>();
        for (PdfPageEngine.Line line : lines) {
            Point2D a = upright.transform(line.from(), null);
            Point2D b = upright.transform(line.to(), null);
            double dx = Math.abs(a.getX() - b.getX());
            double dy = Math.abs(a.getY() - b.getY());
            if (dy <= STRAIGHT && dx > dy) {
                double y = (a.getY() + b.getY()) / 2;
                rules.add(new Rule(true, y, Math.min(a.getX(), b.getX()), Math.max(a.getX(), b.getX())));
            } else if (dx <= STRAIGHT && dy > dx) {
                double x = (a.getX() + b.getX()) / 2;
                rules.add(new Rule(false, x, Math.min(a.getY(), b.getY()), Math.max(a.getY(), b.getY())));
            }
        }
        return rules;
    }
}
