using System.CommandLine;
using Iris.Benchmarks;
using Iris.Benchmarks.Pictures;
using Iris.Benchmarks.Site;

var root = new RootCommand("Measures Iris, beside its peers where it has any, in one run. Build in Release and keep the machine quiet.")
{
    StartUp.Command,
    UploadToReady.Command,
    PageCost.Command,
    ObjectStore.Command,
    Derivatives.Command,
    DeriveWorker.Command,
    Conformance.Command,
    Bombs.Command,
    Bombs.ExamineCommand,
    Mutate.Command,
    MutateWorker.Command,
    Weighing.Command,
    Functions.Command,
    Scroll.Command,
    UploadsInPage.Command,
};
return await root.Parse(args).InvokeAsync();
