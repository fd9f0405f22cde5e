using System.Collections.Immutable;
using Apparat.Numerics;

namespace Apparat.Model;

/// <summary>The qualities of a person that the model uses.</summary>
public enum Trait
{
    /// <summary>Visible standing, in [0,1].</summary>
    Prestige,

    /// <summary>Skill in office, in units of the choosers' logit.</summary>
    Competence,

    /// <summary>Diligence as a maker of appointments: a factor on how many he can see to a month; 1 is ordinary.</summary>
    Capacity,

    /// <summary>Position on the first declared issue, from -1 to 1.</summary>
    Issue1,

    /// <summary>Position on the second declared issue, from -1 to 1.</summary>
    Issue2,

    /// <summary>Position on the third declared issue, from -1 to 1.</summary>
    Issue3,
}

/// <summary>One formula for all persons of a group: a start value and a weight for each attribute known of them.</summary>
/// <param name="Trait">Which quality.</param>
/// <param name="Base">Value of a person without attributes; drawn for each person apart.</param>
/// <param name="Weights">What each unit of an attribute adds; drawn once a run, the same for all.</param>
/// <param name="Low">Least value.</param>
/// <param name="High">Greatest value.</param>
/// <param name="Source">Where the formula comes from.</param>
public sealed record TraitFormula(
    Trait Trait,
    Distribution Base,
    ImmutableArray<(string Attribute, Parameter Weight)> Weights,
    double Low,
    double High,
    Citation Source
);

/// <summary>Someone who may hold seats.</summary>
public sealed record Person
{
    /// <summary>Its place among the people of the scenario.</summary>
    public required PersonId Id { get; init; }

    /// <summary>The name to print.</summary>
    public required string Name { get; init; }

    /// <summary>The hash by which chance addresses this person; kept when renamed in the model.</summary>
    public required ulong Key { get; init; }

    /// <summary>Day of birth, if known.</summary>
    public DateOnly? Born { get; init; }

    /// <summary>Day of joining, if known: for rules about standing.</summary>
    public DateOnly? Joined { get; init; }

    /// <summary>Organs in which this person sits on the first day.</summary>
    public ImmutableArray<OrganId> Holds { get; init; } = [];

    /// <summary>What he shares with others by name: an employer, a region. The names are declared by the scenario.</summary>
    public ImmutableDictionary<string, string> Labels { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What is known of the person before the first day, in numbers, for <see cref="TraitFormula"/>.</summary>
    public ImmutableDictionary<string, double> Attributes { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>Traits given for this person alone; others follow the group's formula.</summary>
    public ImmutableDictionary<Trait, Distribution> Traits { get; init; } = ImmutableDictionary<Trait, Distribution>.Empty;

    /// <summary>The branch of the membership this person belongs to; null if none is given.</summary>
    public int? Branch { get; init; }

    /// <summary>Where this comes from.</summary>
    public Citation Source { get; init; } = Citation.None;

    /// <summary>Where the person is declared.</summary>
    public SourceSpan Span { get; init; } = SourceSpan.Nowhere;
}

/// <summary>A bond that existed on the first day.</summary>
/// <param name="From">The client.</param>
/// <param name="To">The head he follows.</param>
/// <param name="Strength">In [0,1].</param>
/// <param name="Source">Where it comes from.</param>
public sealed record Tie(PersonId From, PersonId To, Distribution Strength, Citation Source);

/// <summary>A branch of the membership: a province, a chapter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Key">The hash by which chance addresses it.</param>
/// <param name="Members">Its size on the first day, in members.</param>
/// <param name="Leanings">Share of its members that follows each head on the first day; the rest follow nobody.</param>
/// <param name="Source">Where this comes from.</param>
public sealed record Branch(
    string Name,
    ulong Key,
    double Members,
    ImmutableArray<(PersonId Head, Distribution Share)> Leanings,
    Citation Source
);

/// <summary>Ties that whoever is no head starts with: he follows at most one head, drawn from the leanings of his branch.</summary>
/// <param name="Strength">How strongly those who follow are tied, in [0,1].</param>
/// <param name="Evenly">True to deal the same number of followers evenly among the heads, whatever the branch leans to.</param>
/// <param name="Source">Where this comes from.</param>
public sealed record FirstFollowing(Distribution Strength, bool Evenly, Citation Source);

/// <summary>Who acts: the named, the unnamed cadres, their first ties, and the branches of the membership.</summary>
public sealed record Cast
{
    /// <summary>Everyone named; a person's index is the place here.</summary>
    public ImmutableArray<Person> People { get; init; } = [];

    /// <summary>How many unnamed cadres stand ready to be picked.</summary>
    public int Cadres { get; init; }

    /// <summary>What one of them is called, for example "a cadre".</summary>
    public string CadreName { get; init; } = "a cadre";

    /// <summary>Those who can have clients and are voted on as rivals, the dated source naming them given with the scenario.</summary>
    public ImmutableArray<PersonId> Contenders { get; init; } = [];

    /// <summary>Heads who can have clients but are not contenders: a founder.</summary>
    public ImmutableArray<PersonId> Founders { get; init; } = [];

    /// <summary>Formulas for contenders and founders.</summary>
    public ImmutableArray<TraitFormula> HeadTraits { get; init; } = [];

    /// <summary>Formulas for everyone else.</summary>
    public ImmutableArray<TraitFormula> CadreTraits { get; init; } = [];

    /// <summary>Bonds on the first day.</summary>
    public ImmutableArray<Tie> Ties { get; init; } = [];

    /// <summary>How the membership's leanings tie those who are no heads on the first day; null if only <see cref="Ties"/> exist.</summary>
    public FirstFollowing? Following { get; init; }

    /// <summary>Branches, in the order of the seats that lead them.</summary>
    public ImmutableArray<Branch> Branches { get; init; } = [];

    /// <summary>All heads: contenders first, then founders.</summary>
    public ImmutableArray<PersonId> Heads => [.. Contenders, .. Founders];
}
