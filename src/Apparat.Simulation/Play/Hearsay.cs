using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>Documents of which people heard a part, or of which they know only that they exist and are withheld (theory 4.9).</summary>
internal sealed class Hearsay(World w)
{
    private readonly double[] _part = new double[w.C.Scenario.Documents.Length];
    private readonly double[] _suspected = new double[w.C.Scenario.Documents.Length];
    private readonly uint[] _inPart = new uint[w.C.Persons];
    private readonly bool[] _fresh = new bool[w.C.Persons];
    private uint _any;

    public void Reset()
    {
        Array.Fill(_part, 1);
        Array.Clear(_suspected);
        Array.Clear(_inPart);
        _any = 0;
    }

    /// <summary>Documents, a bit each, that count for a person who has not heard them in full.</summary>
    public uint CountsFor(int person) => _any == 0 ? 0 : _any & ~(w.Knows[person] & ~_inPart[person]);

    /// <summary>The part of a document's damage that reaches a person who has not heard it in full.</summary>
    public double PartFor(int document, int person) => (_inPart[person] >> document & 1) != 0 ? _part[document] : _suspected[document];

    /// <summary>Those of an audience who have not heard it in full have now heard a part.</summary>
    public void Tell(int document, int audience, double part)
    {
        var bit = 1u << document;
        Mark(audience, bit, before: true);
        w.Editor.Tell(new DocumentId(document), new OrganId(audience));
        Mark(audience, bit, before: false);
        _part[document] = part;
        _any |= bit;
    }

    public void Suspect(int document, double part)
    {
        if (part <= 0)
            return;
        _suspected[document] = part;
        _any |= 1u << document;
        w.AnyHeard = true;
        w.Version++;
    }

    /// <summary>Whoever hears it in full no longer counts as having heard a part.</summary>
    public void HeardInFull(int person, uint bit) => _inPart[person] &= ~bit;

    // Before the reading, those who do not know it in full are marked; after it, the mark stands for having heard a part.
    private void Mark(int audience, uint bit, bool before)
    {
        for (var k = 0; k < w.C.SeatsOf(audience); k++)
        {
            if (w.Holder[w.C.SeatOffset[audience] + k] is >= 0 and var person)
                MarkOne(person, bit, before);
        }
        for (var k = 0; w.C.Organs[audience].Counted && k < 2 * (w.Heads + 1); k++)
            MarkOne(w.C.ClassOffset[audience] + k, bit, before);
    }

    private void MarkOne(int person, uint bit, bool before)
    {
        if (before)
            _fresh[person] = (w.Knows[person] & ~_inPart[person] & bit) == 0;
        else if (_fresh[person])
            _inPart[person] |= bit;
    }
}
