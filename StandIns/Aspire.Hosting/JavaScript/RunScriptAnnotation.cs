using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.JavaScript;

/// <summary>The script of package.json that runs the application.</summary>
internal sealed class RunScriptAnnotation(string scriptName, string[] args) : IResourceAnnotation
{
    public string ScriptName { get; } = scriptName;

    public string[] Args { get; } = args;
}
