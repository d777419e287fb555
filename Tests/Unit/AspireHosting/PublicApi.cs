using System.Reflection;
using System.Runtime.CompilerServices;

namespace Iris.Tests.Unit.AspireHosting;

/// <summary>Writes signatures in one line each, extension methods as members of what they extend.</summary>
internal sealed class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly NullabilityInfoContext _nullability = new();

    /// <summary>The extension methods of an assembly, and the members of some of its types.</summary>
    public IEnumerable<string> Of(Assembly assembly, params IEnumerable<Type> types) =>
    [
        .. assembly.GetExportedTypes().Where(IsStatic).SelectMany(static type => type.GetMethods(Declared)).Where(IsExtension).Select(Write),
        .. types.SelectMany(static type => type.GetMethods(Declared).Where(static method => !method.IsSpecialName && !IsExtension(method) && !IsOfObject(method))).Select(Write),
        .. types.SelectMany(static type => type.GetProperties(Declared)).Select(Write),
        .. types.SelectMany(static type => type.GetFields(Declared)).Where(static field => !field.IsSpecialName).Select(static field => $"{Name(field.DeclaringType!)}.{field.Name}"),
    ];

    private string Write(MethodInfo method)
    {
        var parameters = method.GetParameters();
        var owner = IsExtension(method) ? Name(parameters[0].ParameterType) : Name(method.DeclaringType!);
        var arguments = parameters.Skip(IsExtension(method) ? 1 : 0).Select(Write);
        return $"{owner}.{method.Name}{TypeParameters(method)}({string.Join(", ", arguments)}) : {Name(method.ReturnType)}{Constraints(method)}";
    }

    private string Write(PropertyInfo property) => $"{Name(property.DeclaringType!)}.{property.Name} : {Name(property.PropertyType, _nullability.Create(property))}";

    private string Write(ParameterInfo parameter) =>
        (parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "")
        + (parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "in " : "")
        + $"{Name(parameter.ParameterType, _nullability.Create(parameter))} {parameter.Name}"
        + (parameter.HasDefaultValue ? " = " + (parameter.DefaultValue switch { null => "default", string text => $"\"{text}\"", bool flag => flag ? "true" : "false", var value => value.ToString() }) : "");

    private static string Name(Type type, NullabilityInfo nullability) =>
        Name(type) + (!type.IsValueType && nullability.WriteState == NullabilityState.Nullable ? "?" : "");

    private static string Name(Type type) => type switch
    {
        { IsByRef: true } => Name(type.GetElementType()!),
        { IsArray: true } => $"{Name(type.GetElementType()!)}[]",
        { IsGenericType: true } when Nullable.GetUnderlyingType(type) is { } underlying => $"{Name(underlying)}?",
        { IsGenericType: true } => $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>",
        _ when type == typeof(string) => "string",
        _ when type == typeof(int) => "int",
        _ when type == typeof(bool) => "bool",
        _ when type == typeof(object) => "object",
        _ when type == typeof(void) => "void",
        _ => type.Name,
    };

    private static string TypeParameters(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(static type => type.Name))}>" : "";

    private static string Constraints(MethodInfo method) => string.Concat(
        from type in method.IsGenericMethod ? method.GetGenericArguments() : []
        let constraints = type.GetGenericParameterConstraints().Select(Name).ToArray()
        where constraints.Length > 0
        select $" where {type.Name} : {string.Join(", ", constraints)}");

    private static bool IsStatic(Type type) => type is { IsAbstract: true, IsSealed: true };

    private static bool IsExtension(MethodInfo method) => method.IsDefined(typeof(ExtensionAttribute));

    private static bool IsOfObject(MethodInfo method) => method.GetBaseDefinition().DeclaringType == typeof(object);
}
