using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Apparat.Reporting;

/// <summary>Draws charts as SVG that follows the page's own text colour.</summary>
internal static class SvgCharts
{
    private const double Width = 720;
    private const string Soft = "stroke=\"currentColor\" stroke-opacity=\"0.25\"";
    private const string Small = "font-size=\"13\" fill=\"currentColor\"";

    public static string Draw(Chart chart) =>
        chart switch
        {
            LinesOverTime lines => Draw(lines),
            Attribution attribution => Draw(attribution),
            IntervalDots dots => Draw(dots),
            Matrix matrix => Draw(matrix),
            CharterMap map => CharterMapDrawing.Draw(map),
            _ => "",
        };

    private static string Draw(LinesOverTime chart)
    {
        const double left = 40,
            right = 190,
            top = 12,
            bottom = 30,
            height = 300;
        var svg = new SvgWriter(Width, height, chart.Title, chart.Alt);
        var days = chart.Lines.SelectMany(l => l.Points).Select(p => p.Day.DayNumber).ToArray();
        var (from, to) = (days.Min(), Math.Max(days.Max(), days.Min() + 1));
        for (var tick = 0; tick <= 4; tick++)
        {
            var y = Y(chart.High * tick / 4);
            svg.Line(left, y, Width - right, y, Soft).Text(left - 6, y + 4, (chart.High * tick / 4).ToString("0.##", CultureInfo.InvariantCulture), $"{Small} text-anchor=\"end\"");
        }
        var first = DateOnly.FromDayNumber(from).Year + 1;
        var last = DateOnly.FromDayNumber(to).Year;
        for (var year = first; year <= last; year += Math.Max(1, (last - first + 1) / 8))
        {
            var x = X(new DateOnly(year, 1, 1).DayNumber);
            svg.Line(x, top, x, height - bottom, $"{Soft} stroke-dasharray=\"1 4\"").Text(x, height - bottom + 18, year.ToString(CultureInfo.InvariantCulture), $"{Small} text-anchor=\"middle\"");
        }
        var labels = new List<(double Y, string Name, string Colour)>();
        for (var i = 0; i < chart.Lines.Length; i++)
        {
            var line = chart.Lines[i];
            var colour = Palette.Line(i);
            var band = new StringBuilder();
            foreach (var (day, value) in line.Points)
                band.Append(band.Length == 0 ? 'M' : 'L').Append(SvgWriter.N(X(day.DayNumber))).Append(' ').Append(SvgWriter.N(Y(value.High)));
            foreach (var (day, value) in line.Points.Reverse())
                band.Append('L').Append(SvgWriter.N(X(day.DayNumber))).Append(' ').Append(SvgWriter.N(Y(value.Low)));
            svg.Path($"{band}Z", $"fill=\"{colour}\" fill-opacity=\"0.18\"");
            var path = string.Concat(line.Points.Select((p, k) => $"{(k == 0 ? 'M' : 'L')}{SvgWriter.N(X(p.Day.DayNumber))} {SvgWriter.N(Y(p.Value.Value))}"));
            svg.Path(path, $"fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"{(line.Dashed ? " stroke-dasharray=\"6 4\"" : "")}");
            labels.Add((Y(line.Points[^1].Value.Value), line.Name, colour));
        }
        // Labels stand beside the ends of their lines, pushed apart where lines end together.
        var at = top;
        foreach (var (y, name, colour) in labels.OrderBy(l => l.Y))
        {
            at = Math.Max(at + 15, y + 4);
            svg.Text(Width - right + 8, Math.Min(at, height - 2), name, $"font-size=\"13\" fill=\"{colour}\" font-weight=\"600\"");
        }
        return svg.ToString();

        double X(int day) => left + ((Width - left - right) * (day - from) / (to - from));
        double Y(double value) => top + ((height - top - bottom) * (1 - Math.Clamp(value / chart.High, 0, 1)));
    }

    private static string Draw(Attribution chart)
    {
        const double left = 250,
            right = 130,
            row = 24,
            top = 78;
        var height = top + (row * chart.Parts.Length) + 30;
        var svg = new SvgWriter(Width, height, chart.Title, chart.Alt);
        // The bar shows families; what worked against the outcome is left to the rows, where it can stand below 0.
        var families = chart.Parts.GroupBy(p => p.Kind).OrderBy(g => g.Key).Select(g => (Kind: g.Key, Sum: g.Sum(p => p.Value.Value))).ToImmutableArray();
        var whole = families.Sum(f => Math.Max(0, f.Sum));
        double x = 0;
        foreach (var (kind, sum) in families)
        {
            var w = whole <= 0 ? 0 : Width * Math.Max(0, sum) / whole;
            svg.Rectangle(x, 8, w, 30, $"fill=\"{Palette.Of(kind)}\" stroke=\"currentColor\" stroke-opacity=\"0.5\"");
            if (w > 70)
                svg.Text(x + 6, 28, $"{kind.ToString().ToLowerInvariant()} {Figures.Of(sum)}", $"font-size=\"13\" fill=\"{(kind is PartKind.Luck or PartKind.Baseline ? "#111" : "#fff")}\"");
            x += w;
        }
        var low = Math.Min(-0.05, chart.Parts.Where(p => p.Kind != PartKind.Luck).Min(p => p.Value.Low) - 0.02);
        var high = Math.Max(0.2, chart.Parts.Where(p => p.Kind != PartKind.Luck).Max(p => p.Value.High) + 0.02);
        svg.Text(left, 62, "share of the outcome's probability, with 95 % interval", Small);
        var zero = At(0);
        svg.Line(zero, top - 8, zero, height - 24, "stroke=\"currentColor\" stroke-opacity=\"0.6\"");
        foreach (var tick in Ticks(low, high))
            svg.Line(At(tick), top - 8, At(tick), height - 24, Soft).Text(At(tick), height - 8, tick.ToString("0.##", CultureInfo.InvariantCulture), $"{Small} text-anchor=\"middle\"");
        for (var i = 0; i < chart.Parts.Length; i++)
        {
            var part = chart.Parts[i];
            var y = top + (row * i) + 10;
            svg.Text(left - 10, y + 4, part.Name, $"{Small} text-anchor=\"end\"");
            if (part.Kind != PartKind.Luck)
            {
                svg.Line(At(part.Value.Low), y, At(part.Value.High), y, $"stroke=\"{Palette.Of(part.Kind)}\" stroke-width=\"3\"");
                svg.Circle(At(part.Value.Value), y, 5, $"fill=\"{Palette.Of(part.Kind)}\" stroke=\"currentColor\" stroke-opacity=\"0.6\"");
            }
            svg.Text(Width - right + 10, y + 4, Figures.Of(part.Value), "font-size=\"12\" fill=\"currentColor\"");
        }
        return svg.ToString();

        double At(double value) => left + ((Width - left - right) * (Math.Clamp(value, low, high) - low) / (high - low));
    }

    private static string Draw(IntervalDots chart)
    {
        const double left = 330,
            right = 130,
            row = 26,
            top = 8;
        var height = top + (row * chart.Rows.Length) + 28;
        var svg = new SvgWriter(Width, height, chart.Title, chart.Alt);
        for (var tick = 0; tick <= 4; tick++)
        {
            var x = At(tick / 4.0);
            svg.Line(x, top, x, height - 24, Soft).Text(x, height - 8, (tick / 4.0).ToString("0.##", CultureInfo.InvariantCulture), $"{Small} text-anchor=\"middle\"");
        }
        for (var i = 0; i < chart.Rows.Length; i++)
        {
            var (label, value) = chart.Rows[i];
            var y = top + (row * i) + 13;
            svg.Text(left - 10, y + 4, label, $"{Small} text-anchor=\"end\"");
            if (value.IsDefined)
            {
                svg.Line(At(value.Low), y, At(value.High), y, "stroke=\"#0072B2\" stroke-width=\"3\"");
                svg.Circle(At(value.Value), y, 5, "fill=\"#0072B2\" stroke=\"currentColor\" stroke-opacity=\"0.6\"");
            }
            svg.Text(Width - right + 10, y + 4, Figures.Of(value), "font-size=\"12\" fill=\"currentColor\"");
        }
        return svg.ToString();

        static double At(double value) => left + ((Width - left - right) * Math.Clamp(value, 0, 1));
    }

    private static string Draw(Matrix chart)
    {
        const double left = 130,
            row = 34,
            top = 40;
        var cell = (Width - left) / Math.Max(1, chart.Columns.Length);
        var height = top + (row * chart.Rows.Length) + 6;
        var svg = new SvgWriter(Width, height, chart.Title, chart.Alt);
        for (var c = 0; c < chart.Columns.Length; c++)
            svg.Text(left + (cell * (c + 0.5)), 24, chart.Columns[c], $"{Small} text-anchor=\"middle\"");
        for (var r = 0; r < chart.Rows.Length; r++)
        {
            svg.Text(left - 10, top + (row * r) + 22, chart.Rows[r].Label, $"{Small} text-anchor=\"end\"");
            for (var c = 0; c < chart.Columns.Length; c++)
            {
                var value = chart.Rows[r].Values[c];
                var shade = value.IsDefined ? Math.Clamp(value.Value, 0, 1) : 0;
                svg.Rectangle(left + (cell * c) + 2, top + (row * r) + 2, cell - 4, row - 4, $"fill=\"#0072B2\" fill-opacity=\"{SvgWriter.N(0.06 + (0.9 * shade))}\" stroke=\"currentColor\" stroke-opacity=\"0.3\"");
                svg.Text(left + (cell * (c + 0.5)), top + (row * r) + 22, Figures.Of(value), $"font-size=\"13\" text-anchor=\"middle\" fill=\"{(shade > 0.5 ? "#fff" : "currentColor")}\"");
            }
        }
        return svg.ToString();
    }

    private static IEnumerable<double> Ticks(double low, double high)
    {
        var step = (high - low) > 1 ? 0.5 : (high - low) > 0.5 ? 0.2 : (high - low) > 0.25 ? 0.1 : 0.05;
        for (var k = (int)Math.Ceiling(low / step); k * step <= high; k++)
            yield return k * step;
    }
}
