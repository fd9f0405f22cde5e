using Apparat.Model;

namespace Apparat.Language;

/// <summary>Something a scenario takes from a source.</summary>
/// <param name="What">In the reader's words.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Source">Its citation: keys, day from which it was known, coder, whether it is an interpretation.</param>
/// <param name="Day">The day it is about, for dated facts; null for others.</param>
/// <param name="Kind">For dated facts: given, due or recorded; null for others.</param>
public sealed record Datum(string What, SourceSpan Span, Citation Source, DateOnly? Day = null, FactKind? Kind = null);
