package org.annals.document;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Draws a page and takes down characters and straight lines, in the space of the page as stored. */
final class PdfPageEngine extends PDFGraphicsStreamEngine {
    private static final long MOST_OPERATORS = 2_000_000;
    private static final int MOST_GLYPHS = 200_000;
    private static final int MOST_RULES = 100_000;
    /** Filled rectangles not thicker than this are lines. */
    private static final double THICKEST_RULE = 3.5;

    private static final Set<String> KNOWN_ORDERINGS = Set.of("GB1", "CNS1", "Japan1", "Korea1", "KR");

    /** Thrown to leave a page that draws without end. */
    static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooMuch() {
            super(null, null, false, false);
        }
    }

    /** A character as drawn: where it begins, where the next would, and how high it is. */
    record Drawn(String text, Point2D begin, Point2D end, double size) {}

    /** A straight line from one point to another. */
    record Line(Point2D from, Point2D to) {}

    private final List<Drawn> glyphs = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<List<Point2D>> path = new ArrayList<>();
    private Point2D current = new Point2D.Double();
    private long operators;
    private int unseen;
    private int pictures;

    /** @param spent operators that earlier pages took */
    PdfPageEngine(PDPage page, long spent) {
        super(page);
        operators = spent;
    }

    long operators() {
        return operators;
    }

    List<Drawn> glyphs() {
        return glyphs;
    }

    List<Line> lines() {
        return lines;
    }

    int unseen() {
        return unseen;
    }

    int pictures() {
        return pictures;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++operators > MOST_OPERATORS || glyphs.size() > MOST_GLYPHS || lines.size() > MOST_RULES) {
            throw new TooMuch();
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
        if (mode == RenderingMode.NEITHER || mode == RenderingMode.NEITHER_CLIP) {
            unseen++;
            return;
        }
        String unicode = isGuess(font) ? null : font.toUnicode(code);
        boolean vertical = displacement.getX() == 0 && displacement.getY() != 0;
        Point2D begin = new Point2D.Double(matrix.getTranslateX(), matrix.getTranslateY());
        // Vertical writing: the character takes its place from left to right all the same.
        float advance = vertical ? 1 : displacement.getX();
        Point2D end = matrix.transformPoint(advance, 0);
        double size = Math.hypot(matrix.getShearX(), matrix.getScaleY());
        glyphs.add(new Drawn(unicode == null ? CellText.NOT_TEXT : unified(unicode), begin, end, size));
    }

    /** Whether the text of a font would be made out with the wrong font: it is not in the file, and nothing says which characters its codes are. */
    private static boolean isGuess(PDFont font) {
        if (!(font instanceof PDType0Font composite) || composite.isEmbedded()) {
            return false;
        }
        boolean mapped = composite.getCOSObject().containsKey(COSName.TO_UNICODE);
        var system = composite.getDescendantFont().getCIDSystemInfo();
        return !mapped && (system == null || !KNOWN_ORDERINGS.contains(system.getOrdering()));
    }

    /** Radicals that stand for the characters they look like: fonts share one drawing for both, and writers of PDF pick either. */
    private static String unified(String text) {
        boolean radical = text.chars().anyMatch(c -> c >= 0x2E80 && c <= 0x2FDF || c >= 0xF900 && c <= 0xFAFF);
        return radical ? Normalizer.normalize(text, Normalizer.Form.NFKC) : text;
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        path.add(new ArrayList<>(List.of(p0, p1, p2, p3, p0)));
        current = p0;
    }

    @Override
    public void drawImage(PDImage image) {
        pictures++;
    }

    @Override
    public void clip(int windingRule) {
        // what is clipped away is still in the file, and half of a number would be worse than all of it
    }

    @Override
    public void moveTo(float x, float y) {
        current = new Point2D.Double(x, y);
        path.add(new ArrayList<>(List.of(current)));
    }

    @Override
    public void lineTo(float x, float y) {
        if (path.isEmpty()) {
            moveTo(x, y);
        }
        current = new Point2D.Double(x, y);
        path.get(path.size() - 1).add(current);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        moveTo(x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return current;
    }

    @Override
    public void closePath() {
        if (!path.isEmpty()) {
            List<Point2D> last = path.get(path.size() - 1);
            last.add(last.get(0));
        }
    }

    @Override
    public void endPath() {
        path.clear();
    }

    @Override
    public void strokePath() {
        for (List<Point2D> points : path) {
            for (int i = 1; i < points.size(); i++) {
                lines.add(new Line(points.get(i - 1), points.get(i)));
            }
        }
        path.clear();
    }

    @Override
    public void fillPath(int windingRule) {
        for (List<Point2D> points : path) {
            double left = points.stream().mapToDouble(Point2D::getX).min().orElse(0);
            double right = points.stream().mapToDouble(Point2D::getX).max().orElse(0);
            double top = points.stream().mapToDouble(Point2D::getY).min().orElse(0);
            double bottom = points.stream().mapToDouble(Point2D::getY).max().orElse(0);
            double x = (left + right) / 2;
            double y = (top + bottom) / 2;
            if (bottom - top <= THICKEST_RULE && right - left > bottom - top) {
                lines.add(new Line(new Point2D.Double(left, y), new Point2D.Double(right, y)));
            } else if (right - left <= THICKEST_RULE && bottom - top > right - left) {
                lines.add(new Line(new Point2D.Double(x, top), new Point2D.Double(x, bottom)));
            }
        }
        path.clear();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        strokePath();
    }

    @Override
    public void shadingFill(COSName shadingName) {
        path.clear();
    }
}
