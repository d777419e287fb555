namespace Aspire.Hosting.JavaScript;

/// <summary>An application that Vite serves.</summary>
public class ViteAppResource(string name, string command, string workingDirectory) : JavaScriptAppResource(name, command, workingDirectory);
