using System.Runtime.CompilerServices;
using Iris.ImageProcessor.Imaging;

namespace Iris.Tests.Integration.ImageProcessor;

/// <summary>Setting libvips up blocks every loader for a moment, in which a test that loads a picture by itself would fail.</summary>
internal static class CodecsSetup
{
    [ModuleInitializer]
    internal static void BeforeAnyTest() => Warmup.Run();
}
