namespace StandIns.Tests.Upstream;

/// <summary>Types as C# writes them.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> s_keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(float)] = "float",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(void)] = "void",
    };

    /// <summary>With the namespace and the types around it: <c>Amazon.Lambda.S3Events.S3Event.S3Entity</c>.</summary>
    public static string Full(Type type) =>
        type.DeclaringType is { } outer ? $"{Full(outer)}.{Short(type)}" : $"{type.Namespace}.{Short(type)}";

    /// <summary>By its own name: <c>List&lt;string&gt;</c>.</summary>
    public static string Short(Type type) => type switch
    {
        { IsByRef: true } => Short(type.GetElementType()!),
        { IsArray: true } => $"{Short(type.GetElementType()!)}[]",
        _ when Nullable.GetUnderlyingType(type) is { } underlying => $"{Short(underlying)}?",
        { IsGenericType: true } when type.Name.Contains('`') =>
            $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Short))}>",
        _ => s_keywords.GetValueOrDefault(type, type.Name),
    };

    public static string Constraints(Type[] parameters) => string.Concat(
        from parameter in parameters
        where parameter.IsGenericParameter && parameter.GetGenericParameterConstraints().Length > 0
        select $" where {parameter.Name} : {string.Join(", ", parameter.GetGenericParameterConstraints().Select(Short))}");
}
