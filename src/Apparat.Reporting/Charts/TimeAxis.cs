using System.Globalization;
using System.Text.Json.Nodes;

namespace Apparat.Reporting;

/// <summary>The days a chart runs over, for its drawing script: days are counted, years are named.</summary>
internal static class TimeAxis
{
    public static JsonObject Of(DateOnly from, DateOnly until)
    {
        var years = new JsonArray();
        for (var year = from.Year + (from.DayOfYear > 1 ? 1 : 0); year <= until.Year; year++)
            years.Add(
                new JsonObject { ["at"] = new DateOnly(year, 1, 1).DayNumber, ["text"] = year.ToString(CultureInfo.InvariantCulture) }
            );
        if (years.Count < 2)
        {
            // Within a year, months are named instead.
            years.Clear();
            for (var day = new DateOnly(from.Year, from.Month, 1); day <= until; day = day.AddMonths(1))
            {
                if (day >= from)
                    years.Add(new JsonObject { ["at"] = day.DayNumber, ["text"] = day.ToString("MMM", CultureInfo.InvariantCulture) });
            }
        }
        return new JsonObject
        {
            ["from"] = from.DayNumber,
            ["until"] = Math.Max(until.DayNumber, from.DayNumber + 1),
            ["years"] = years,
        };
    }
}
