using System.Text;

namespace Iris.Tests.Infrastructure.App;

public sealed class AppTemplateTests
{
    /// <summary>What CloudFormation takes from a bucket, where a release puts it; in a request it would be 51,200.</summary>
    [Fact]
    public void The_template_is_not_too_large() => Assert.InRange(Encoding.UTF8.GetByteCount(AppTemplate.Text), 1, 1_000_000);
}
