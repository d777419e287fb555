using System.Reflection;
using System.Reflection.Emit;

namespace Iris.Tests.Support;

/// <summary>Which namespace of an assembly names which other one: in signatures, and in the code that the compiler made.</summary>
internal static class NamespaceReferences
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> s_opCodes =
        typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>
    /// The namespaces below a root from which a way leads back to themselves. The root is left out: it puts its folders together, and holds
    /// what they share.
    /// </summary>
    public static IEnumerable<string> Circles(Assembly assembly, string root)
    {
        var references = Of(assembly);
        var folders = references.Select(group => group.Key).Where(name => name.StartsWith($"{root}.", StringComparison.Ordinal))
            .ToHashSet();
        return folders.Where(folder => ReachedFrom(folder, references, folders).Contains(folder)).Order(StringComparer.Ordinal);
    }

    private static HashSet<string> ReachedFrom(string start, ILookup<string, string> references, HashSet<string> folders)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>([start]);
        while (open.TryPop(out var name))
        {
            foreach (var next in references[name].Where(folders.Contains).Where(reached.Add))
            {
                open.Push(next);
            }
        }

        return reached;
    }

    private static ILookup<string, string> Of(Assembly assembly) => assembly.GetTypes()
        .SelectMany(type => Named(type).SelectMany(WithArguments)
            .Where(other => other.Assembly == assembly)
            .Select(other => (From: type.Namespace ?? "", To: other.Namespace ?? "")))
        .Where(reference => reference.From != reference.To)
        .Distinct()
        .ToLookup(reference => reference.From, reference => reference.To);

    private static IEnumerable<Type> Named(Type type) =>
    [
        .. type.GetInterfaces(),
        .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes,
        .. type.GetFields(Declared).Select(field => field.FieldType),
        .. type.GetMethods(Declared).SelectMany(
            method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType).Concat(InBody(method))),
        .. type.GetConstructors(Declared).SelectMany(
            constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType).Concat(InBody(constructor))),
    ];

    private static IEnumerable<Type> WithArguments(Type type) => type switch
    {
        { HasElementType: true } => WithArguments(type.GetElementType()!),
        { IsGenericType: true } => type.GetGenericArguments().SelectMany(WithArguments).Prepend(type.GetGenericTypeDefinition()),
        _ => [type],
    };

    private static IEnumerable<Type> InBody(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
        {
            yield break;
        }

        for (var at = 0; at < code.Length;)
        {
            var opCode = code[at] == 0xFE ? s_opCodes[(short)(0xFE00 | code[at + 1])] : s_opCodes[code[at]];
            at += opCode.Size;
            if (opCode.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                foreach (var type in OfMember(Resolve(method, BitConverter.ToInt32(code, at))))
                {
                    yield return type;
                }
            }

            at += SizeOf(opCode.OperandType, code, at);
        }
    }

    private static MemberInfo? Resolve(MethodBase method, int token) => method.Module.ResolveMember(
        token,
        method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null,
        method.IsGenericMethod ? method.GetGenericArguments() : null);

    private static IEnumerable<Type> OfMember(MemberInfo? member) => member switch
    {
        Type type => [type],
        MethodInfo { IsGenericMethod: true } method => method.GetGenericArguments().Append(method.DeclaringType!),
        { DeclaringType: { } type } => [type],
        _ => [],
    };

    private static int SizeOf(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
