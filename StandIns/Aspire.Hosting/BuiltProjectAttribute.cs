namespace Aspire.Hosting;

/// <summary>Tells where the build of the AppHost put a project's assembly, so that it can be run without another build.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BuiltProjectAttribute(string assemblyPath) : Attribute
{
    /// <summary>The project's assembly.</summary>
    public string AssemblyPath { get; } = assemblyPath;
}
