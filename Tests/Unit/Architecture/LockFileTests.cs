using Iris.Tests.Support;

namespace Iris.Tests.Unit.Architecture;

public sealed class LockFileTests
{
    public static TheoryData<string> LockFiles => [.. Directory
        .EnumerateFiles(Repository.Root, "package-lock.json", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Repository.Root, path))
        .Where(path => !path.Contains("node_modules", StringComparison.Ordinal) && !path.StartsWith("artifacts", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(LockFiles))]
    public void A_lock_file_pins_by_hash_and_leaves_the_registry_to_the_machine(string path)
    {
        var text = File.ReadAllText(Repository.PathOf(path));

        Assert.DoesNotContain("\"resolved\": \"http", text, StringComparison.Ordinal);
        Assert.Contains("\"integrity\": \"sha512-", text, StringComparison.Ordinal);
    }
}
