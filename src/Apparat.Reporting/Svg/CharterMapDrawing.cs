namespace Apparat.Reporting;

/// <summary>Draws a charter as organs around an ellipse; arrows bend to the inside, those of a circle are strong.</summary>
internal static class CharterMapDrawing
{
    private const double Width = 720;
    private const double Height = 520;
    private const double BoxHeight = 30;

    public static string Draw(CharterMap map)
    {
        var svg = new SvgWriter(Width, Height, map.Title, map.Alt);
        svg.Add(
            "<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"currentColor\" fill-opacity=\"0.55\"/></marker>"
                + "<marker id=\"strong\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"6\" markerHeight=\"6\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"#D55E00\"/></marker></defs>"
        );
        var place = new Dictionary<string, (double X, double Y, double W)>(StringComparer.Ordinal);
        for (var i = 0; i < map.Organs.Length; i++)
        {
            var angle = (2 * Math.PI * i / map.Organs.Length) - (Math.PI / 2);
            var w = (7.4 * map.Organs[i].Length) + 20;
            var x = Math.Clamp((Width / 2) + (265 * Math.Cos(angle)), (w / 2) + 2, Width - (w / 2) - 2);
            place[map.Organs[i]] = (x, (Height / 2) + (225 * Math.Sin(angle)), w);
        }
        foreach (var pair in map.Arrows.Where(a => a.From != a.To).GroupBy(a => (a.From, a.To)).OrderBy(g => g.Any(a => a.InCircle)))
        {
            if (!place.TryGetValue(pair.Key.From, out var a) || !place.TryGetValue(pair.Key.To, out var b))
                continue;
            var strong = pair.Any(x => x.InCircle);
            var (mx, my) = (((a.X + b.X) / 2) + (((Width / 2) - ((a.X + b.X) / 2)) * 0.35) + ((b.Y - a.Y) * 0.06), ((a.Y + b.Y) / 2) + (((Height / 2) - ((a.Y + b.Y) / 2)) * 0.35) - ((b.X - a.X) * 0.06));
            var (x1, y1) = Edge(a, mx, my);
            var (x2, y2) = Edge(b, mx, my);
            var style = strong
                ? "fill=\"none\" stroke=\"#D55E00\" stroke-width=\"3\" marker-end=\"url(#strong)\""
                : "fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.4\" stroke-width=\"1.2\" marker-end=\"url(#arrow)\"";
            svg.Path($"M{SvgWriter.N(x1)} {SvgWriter.N(y1)}Q{SvgWriter.N(mx)} {SvgWriter.N(my)} {SvgWriter.N(x2)} {SvgWriter.N(y2)}", style);
            if (strong)
                svg.Text((0.25 * x1) + (0.5 * mx) + (0.25 * x2), (0.25 * y1) + (0.5 * my) + (0.25 * y2), string.Join(", ", pair.Where(x => x.InCircle).Select(x => x.Label).Distinct(StringComparer.Ordinal)),
                    "font-size=\"12\" font-weight=\"600\" text-anchor=\"middle\" fill=\"#D55E00\" stroke=\"var(--paper)\" stroke-width=\"4\" paint-order=\"stroke\"");
        }
        foreach (var organ in map.Organs)
        {
            var (x, y, w) = place[organ];
            svg.Rectangle(x - (w / 2), y - (BoxHeight / 2), w, BoxHeight, "rx=\"5\" fill=\"var(--paper)\" stroke=\"currentColor\"");
            svg.Text(x, y + 5, organ, "font-size=\"13\" text-anchor=\"middle\" fill=\"currentColor\"");
        }
        return svg.ToString();
    }

    // Where the line from a box's middle toward a point leaves the box.
    private static (double X, double Y) Edge((double X, double Y, double W) box, double toX, double toY)
    {
        var (dx, dy) = (toX - box.X, toY - box.Y);
        if (dx == 0 && dy == 0)
            return (box.X, box.Y);
        var t = Math.Min(dx == 0 ? double.MaxValue : box.W / 2 / Math.Abs(dx), dy == 0 ? double.MaxValue : BoxHeight / 2 / Math.Abs(dy));
        return (box.X + (dx * Math.Min(1, t)), box.Y + (dy * Math.Min(1, t)));
    }
}
