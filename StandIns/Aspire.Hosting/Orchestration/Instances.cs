using System.Security.Cryptography;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>The copies of every process resource of the model.</summary>
internal sealed class Instances(DistributedApplicationModel model)
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz";
    private const int SuffixLength = 8;

    private Instance[] _all = [];

    public IReadOnlyList<Instance> All => _all;

    /// <summary>Gives every copy its id.</summary>
    public void Create()
    {
        _all = [.. model.Resources.Where(static resource => resource.IsProcess()).SelectMany(Create)];
        foreach (var resource in _all.GroupBy(static instance => instance.Resource))
        {
            resource.Key.Annotations.Add(new InstancesAnnotation([.. resource.Select(static instance => instance.Id)]));
        }
    }

    public Instance ById(string id) => _all.First(instance => instance.Id == id);

    public IEnumerable<Instance> Of(IResource resource) => _all.Where(instance => instance.Resource == resource);

    public Instance? ByRun(string run) => _all.FirstOrDefault(instance => instance.Run == run);

    private static IEnumerable<Instance> Create(IResource resource) =>
        from _ in Enumerable.Range(0, resource.GetReplicaCount())
        select new Instance(resource, $"{resource.Name}-{RandomNumberGenerator.GetString(Alphabet, SuffixLength)}".ToLowerInvariant());
}
