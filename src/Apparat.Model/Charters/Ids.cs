using System.Runtime.InteropServices;

namespace Apparat.Model;

/// <summary>An organ's place among those its charter declares, counted from 0. Chance never sees it: see <see cref="Organ.Key"/>.</summary>
public readonly record struct OrganId(int Index);

/// <summary>A person's place among the people of a scenario, counted from 0; <see cref="None"/> stands for nobody.</summary>
public readonly record struct PersonId(int Index)
{
    /// <summary>Nobody.</summary>
    public static PersonId None => new(-1);

    /// <summary>True for <see cref="None"/>.</summary>
    public bool IsNone => Index < 0;

    /// <summary>The place of a person among several; -1 if he is not among them.</summary>
    /// <remarks>An id is its place and nothing else: searched as whole numbers, many at a time.</remarks>
    public static int Find(ReadOnlySpan<PersonId> people, PersonId person) =>
        MemoryMarshal.Cast<PersonId, int>(people).IndexOf(person.Index);
}

/// <summary>A document's place among those a scenario declares, counted from 0.</summary>
public readonly record struct DocumentId(int Index);

/// <summary>A clause's name as its charter prints it. Text, never a number: 3.1 and 3.10 are two clauses.</summary>
public readonly record struct ClauseId(string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>One seat of an organ, numbered from 0.</summary>
public readonly record struct Seat(OrganId Organ, int Number);
