using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.JavaScript;

/// <summary>Fetches the packages of a JavaScript application, and ends.</summary>
public class JavaScriptInstallerResource(string name, string command, string workingDirectory) : ExecutableResource(name, command, workingDirectory);
