using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

internal static class ExecutableParts
{
    public static (string Command, IReadOnlyList<string> Args, string WorkingDirectory) Unpack(this ExecutableResource resource) =>
        Directory.Exists(resource.WorkingDirectory)
            ? (resource.Command, [], resource.WorkingDirectory)
            : throw new DistributedApplicationException($"The folder '{resource.WorkingDirectory}', in which '{resource.Name}' is to run, does not exist.");
}
