using Aspire.Hosting;
using Aspire.Hosting.Dcp;
using Microsoft.Extensions.Configuration;

namespace Iris.Tests.Unit.AspireHosting;

public sealed class BundleIsFound : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iris-bundle-");

    [Fact]
    public void The_environment_comes_first()
    {
        var mine = Touch("mine", "dcp");
        var bundle = Bundle([Touch("built", "dcp", "dcp")], (AspireBundle.DcpVariable, mine));

        Assert.Equal(mine, bundle.LocateDcp());
    }

    [Fact]
    public void The_environment_may_name_the_folder()
    {
        var mine = Touch("mine", "aspire-managed");

        Assert.Equal(mine, Bundle([], (AspireBundle.DashboardVariable, Path.GetDirectoryName(mine)!)).LocateDashboard());
    }

    [Fact]
    public void A_folder_is_taken_when_the_one_before_has_nothing()
    {
        var installed = Touch("installed", "dcp", "dcp");

        Assert.Equal(installed, Bundle([Path.Combine(_folder.FullName, "none"), Path.Combine(_folder.FullName, "installed")]).LocateDcp());
    }

    [Fact]
    public void What_the_environment_names_must_be_there() =>
        Assert.Contains(
            "ASPIRE_DCP_PATH names '/no/such/dcp'",
            Assert.Throws<DistributedApplicationException>(() => Bundle([], (AspireBundle.DcpVariable, "/no/such/dcp")).LocateDcp()).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Where_nothing_fits_the_message_names_every_way_out()
    {
        var missing = Assert.Throws<DistributedApplicationException>(() => Bundle([_folder.FullName]).LocateDashboard());

        Assert.All(["dashboard", "~/.aspire", AspireBundle.DcpVariable, AspireBundle.DashboardVariable, _folder.FullName], word => Assert.Contains(word, missing.Message, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static AspireBundle Bundle(string[] folders, params (string Key, string Value)[] settings) => new(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(static setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build(),
        folders);

    private string Touch(params string[] path)
    {
        var file = Path.Combine([_folder.FullName, .. path]);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "");
        return file;
    }
}
