using System.Globalization;
using System.Text;

namespace Apparat.Reporting;

/// <summary>Writes SVG: same calls, same bytes.</summary>
internal sealed class SvgWriter(double width, double height, string title, string alt)
{
    private readonly StringBuilder _text = new();

    public SvgWriter Line(double x1, double y1, double x2, double y2, string style) => Add($"<line x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\" {style}/>");

    public SvgWriter Rectangle(double x, double y, double w, double h, string style) => Add($"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(Math.Max(0, w))}\" height=\"{N(Math.Max(0, h))}\" {style}/>");

    public SvgWriter Circle(double x, double y, double r, string style) => Add($"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(r)}\" {style}/>");

    public SvgWriter Path(string d, string style) => Add($"<path d=\"{d}\" {style}/>");

    public SvgWriter Text(double x, double y, string text, string style = "") => Add($"<text x=\"{N(x)}\" y=\"{N(y)}\" {style}>{Escape(text)}</text>");

    public SvgWriter Add(string element)
    {
        _text.Append(element).Append('\n');
        return this;
    }

    public override string ToString() =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {N(width)} {N(height)}\" role=\"img\" aria-label=\"{Escape(alt)}\">\n<title>{Escape(title)}</title>\n{_text}</svg>\n";

    public static string N(double x) => x.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Text safe in markup. Signs that XML does not allow are left out.</summary>
    public static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            safe.Append(
                c switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '"' => "&quot;",
                    '\'' => "&#39;",
                    < ' ' and not ('\n' or '\t') => "",
                    '\uFFFE' or '\uFFFF' => "",
                    _ => c.ToString(),
                }
            );
        }
        return safe.ToString();
    }
}
