using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Apparat.Bench;

/// <summary>
/// Finds every place of a file that can be mutated: the classical operators of mutation analysis (DeMillo, Lipton and Sayward 1978; Offutt et al.
/// 1996) for arithmetic, comparison, boundary, boolean, constant, statement removal, and the swap of a call with its opposite.
/// </summary>
/// <remarks>
/// Attributes, defaults of parameters and constants that others see are left alone: their values are compiled into other assemblies.
/// The step of a <c>for</c> is left alone too: it can only run for ever.
/// </remarks>
internal sealed class MutantWalker(Action<TextSpan, string, string> found) : CSharpSyntaxWalker
{
    private static readonly Dictionary<SyntaxKind, (string Kind, string After)[]> Tokens = new()
    {
        [SyntaxKind.PlusToken] = [("arithmetic", "-")],
        [SyntaxKind.MinusToken] = [("arithmetic", "+")],
        [SyntaxKind.AsteriskToken] = [("arithmetic", "/")],
        [SyntaxKind.SlashToken] = [("arithmetic", "*")],
        [SyntaxKind.PercentToken] = [("arithmetic", "*")],
        [SyntaxKind.PlusEqualsToken] = [("arithmetic", "-=")],
        [SyntaxKind.MinusEqualsToken] = [("arithmetic", "+=")],
        [SyntaxKind.AsteriskEqualsToken] = [("arithmetic", "/=")],
        [SyntaxKind.SlashEqualsToken] = [("arithmetic", "*=")],
        [SyntaxKind.PlusPlusToken] = [("arithmetic", "--")],
        [SyntaxKind.MinusMinusToken] = [("arithmetic", "++")],
        [SyntaxKind.LessThanToken] = [("boundary", "<="), ("comparison", ">=")],
        [SyntaxKind.LessThanEqualsToken] = [("boundary", "<"), ("comparison", ">")],
        [SyntaxKind.GreaterThanToken] = [("boundary", ">="), ("comparison", "<=")],
        [SyntaxKind.GreaterThanEqualsToken] = [("boundary", ">"), ("comparison", "<")],
        [SyntaxKind.EqualsEqualsToken] = [("comparison", "!=")],
        [SyntaxKind.ExclamationEqualsToken] = [("comparison", "==")],
        [SyntaxKind.AmpersandAmpersandToken] = [("boolean", "||")],
        [SyntaxKind.BarBarToken] = [("boolean", "&&")],
        [SyntaxKind.BarEqualsToken] = [("boolean", "&=")],
        [SyntaxKind.AmpersandEqualsToken] = [("boolean", "|=")],
    };

    private static readonly Dictionary<string, string> Opposites = new[]
    {
        ("Min", "Max"),
        ("Any", "All"),
        ("First", "Last"),
        ("MinBy", "MaxBy"),
        ("Floor", "Ceiling"),
        ("OrderBy", "OrderByDescending"),
    }
        .SelectMany(p => new[] { (p.Item1, p.Item2), (p.Item2, p.Item1) })
        .ToDictionary(p => p.Item1, p => p.Item2, StringComparer.Ordinal);

    public override void VisitAttributeList(AttributeListSyntax node) { }

    public override void VisitParameter(ParameterSyntax node) { }

    public override void VisitFieldDeclaration(FieldDeclarationSyntax node)
    {
        if (!node.Modifiers.Any(SyntaxKind.ConstKeyword) || node.Modifiers.Any(SyntaxKind.PrivateKeyword))
            base.VisitFieldDeclaration(node);
    }

    public override void VisitForStatement(ForStatementSyntax node)
    {
        Visit(node.Declaration);
        Visit(node.Condition);
        Visit(node.Statement);
    }

    public override void VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        Swap(node.OperatorToken);
        base.VisitBinaryExpression(node);
    }

    public override void VisitAssignmentExpression(AssignmentExpressionSyntax node)
    {
        Swap(node.OperatorToken);
        base.VisitAssignmentExpression(node);
    }

    public override void VisitRelationalPattern(RelationalPatternSyntax node)
    {
        Swap(node.OperatorToken);
        base.VisitRelationalPattern(node);
    }

    public override void VisitPostfixUnaryExpression(PostfixUnaryExpressionSyntax node)
    {
        Swap(node.OperatorToken);
        base.VisitPostfixUnaryExpression(node);
    }

    public override void VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
    {
        if (node.IsKind(SyntaxKind.LogicalNotExpression))
            found(node.OperatorToken.Span, "boolean", "");
        else if (node.IsKind(SyntaxKind.UnaryMinusExpression))
            found(node.OperatorToken.Span, "arithmetic", "");
        else
            Swap(node.OperatorToken);
        base.VisitPrefixUnaryExpression(node);
    }

    public override void VisitIfStatement(IfStatementSyntax node)
    {
        Negate(node.Condition);
        base.VisitIfStatement(node);
    }

    public override void VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        Negate(node.Condition);
        base.VisitConditionalExpression(node);
    }

    public override void VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        found(node.Span, "statement", ";");
        base.VisitExpressionStatement(node);
    }

    public override void VisitContinueStatement(ContinueStatementSyntax node) => found(node.Span, "statement", ";");

    public override void VisitBreakStatement(BreakStatementSyntax node)
    {
        if (node.Parent is not SwitchSectionSyntax)
            found(node.Span, "statement", ";");
    }

    public override void VisitReturnStatement(ReturnStatementSyntax node)
    {
        if (node.Expression is null)
            found(node.Span, "statement", ";");
        base.VisitReturnStatement(node);
    }

    public override void VisitLiteralExpression(LiteralExpressionSyntax node)
    {
        var after = node.Token.Value switch
        {
            true => "false",
            false => "true",
            int i and < int.MaxValue => (i + 1).ToString(CultureInfo.InvariantCulture),
            double d => (d + 1).ToString("0.0###############", CultureInfo.InvariantCulture),
            _ => null,
        };
        if (after is not null)
            found(node.Span, node.Token.Value is bool ? "boolean" : "constant", after);
    }

    public override void VisitIdentifierName(IdentifierNameSyntax node)
    {
        if (
            node.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access
            && access.Name == node
            && Opposites.TryGetValue(node.Identifier.ValueText, out var opposite)
        )
            found(node.Span, "call", opposite);
    }

    private void Swap(SyntaxToken token)
    {
        foreach (var (kind, after) in Tokens.GetValueOrDefault(token.Kind(), []))
            found(token.Span, kind, after);
    }

    // A comparison is turned round by its own sign already.
    private void Negate(ExpressionSyntax condition)
    {
        if (condition is not (BinaryExpressionSyntax or PrefixUnaryExpressionSyntax))
            found(condition.Span, "boolean", $"!({condition})");
    }
}
