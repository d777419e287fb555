using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace StandIns.Tests.Upstream;

/// <summary>
/// Everything public in an assembly, one line each: a type as <c>class Namespace.Name : Base, Interface</c>, a member as its type's name
/// and its own signature. What a member overrides is its base's, and what the compiler adds is nobody's: neither is written.
/// </summary>
internal sealed class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly NullabilityInfoContext _nullability = new();

    public static IEnumerable<string> Of(Assembly assembly)
    {
        var surface = new PublicSurface();
        return assembly.GetExportedTypes()
            .SelectMany(type => surface.Members(type).Select(member => $"{TypeNames.Full(type)} {member}").Prepend(Header(type)));
    }

    private static string Header(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } when typeof(Delegate).IsAssignableFrom(type) => "delegate",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var implied = type.GetInterfaces().SelectMany(each => each.GetInterfaces()).ToHashSet();
        string[] bases = kind is "enum" or "delegate"
            ? []
            :
            [
                .. type.BaseType is { } parent && parent != typeof(object) ? [TypeNames.Short(parent)] : Array.Empty<string>(),
                .. type.GetInterfaces().Except(inherited).Except(implied).Where(each => each.IsVisible).Select(TypeNames.Short)
                    .Order(StringComparer.Ordinal),
            ];
        return $"{kind} {TypeNames.Full(type)}{(bases.Length > 0 ? $" : {string.Join(", ", bases)}" : "")}{TypeNames.Constraints(type.GetGenericArguments())}{Experimental(type)}";
    }

    private IEnumerable<string> Members(Type type) => type switch
    {
        { IsEnum: true } => Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name))}"),
        _ when typeof(Delegate).IsAssignableFrom(type) => [Write(type.GetMethod("Invoke")!, "Invoke")],
        _ =>
        [
            .. type.GetConstructors(Declared).Where(IsVisible).Select(constructor => $"new({Parameters(constructor)})"),
            .. type.GetProperties(Declared).Where(property => Accessors(property).Any(IsNew)).Select(Write),
            .. type.GetFields(Declared).Where(static field => field.IsPublic || field.IsFamily)
                .Select(field => $"{field.Name} : {Name(field.FieldType, _nullability.Create(field))}"),
            .. type.GetMethods(Declared)
                .Where(method => (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) && IsNew(method))
                .Select(method => Write(method, method.Name)),
        ],
    };

    private string Write(PropertyInfo property)
    {
        var accessors = Accessors(property).Where(IsVisible).Select(static accessor =>
            accessor.ReturnType == typeof(void)
                ? accessor.ReturnParameter.GetRequiredCustomModifiers().Length > 0 ? "init;" : "set;"
                : "get;");
        return $"{property.Name} : {Name(property.PropertyType, _nullability.Create(property))} {{ {string.Join(' ', accessors)} }}";
    }

    private string Write(MethodInfo method, string name)
    {
        var own = method.IsGenericMethod ? method.GetGenericArguments() : [];
        var parameters = own.Length > 0 ? $"<{string.Join(", ", own.Select(static each => each.Name))}>" : "";
        return $"{name}{parameters}({Parameters(method)}) : {Name(method.ReturnType, _nullability.Create(method.ReturnParameter))}{TypeNames.Constraints(own)}{Experimental(method)}";
    }

    private string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        (parameter.Position == 0 && method.IsDefined(typeof(System.Runtime.CompilerServices.ExtensionAttribute)) ? "this " : "")
        + (parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : "")
        + $"{Name(parameter.ParameterType, _nullability.Create(parameter))} {parameter.Name}{Default(parameter)}"));

    // Who uses it has to say so, or the compiler refuses.
    private static string Experimental(MemberInfo member) =>
        member.GetCustomAttribute<ExperimentalAttribute>() is { } experimental ? $" [Experimental {experimental.DiagnosticId}]" : "";

    private static string Default(ParameterInfo parameter) => parameter switch
    {
        { HasDefaultValue: false } => "",
        { DefaultValue: null } => " = default",
        { DefaultValue: string text } => $" = \"{text}\"",
        { DefaultValue: bool flag } => flag ? " = true" : " = false",
        var other => $" = {other.DefaultValue}",
    };

    private static string Name(Type type, NullabilityInfo nullability) =>
        TypeNames.Short(type) + (!type.IsValueType && nullability.ReadState == NullabilityState.Nullable ? "?" : "");

    private static IEnumerable<MethodInfo> Accessors(PropertyInfo property) =>
        property.GetAccessors(nonPublic: true).OrderBy(accessor => accessor.ReturnType == typeof(void));

    private static bool IsNew(MethodInfo method) => IsVisible(method) && method.GetBaseDefinition() == method;

    private static bool IsVisible(MethodBase method) =>
        method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && !method.DeclaringType!.IsSealed);
}
