namespace Aspire.Hosting;

/// <summary>A project known by its path alone.</summary>
internal sealed class ProjectPathMetadata(string projectPath) : IProjectMetadata
{
    public string ProjectPath { get; } = projectPath;
}
