using System.Text;
using Iris.Catalog;
using Iris.ImageProcessor.Imaging;
using Iris.ImageProcessor.Imaging.Containers;

namespace Iris.Tests.Unit.Imaging;

public sealed class FileTypeTests
{
    [Theory]
    [InlineData("FFD8FFE000104A46494600", ImageFormat.Jpeg)]
    [InlineData("89504E470D0A1A0A0000000D49484452", ImageFormat.Png)]
    [InlineData("524946461A0000005745425056503820", ImageFormat.WebP)]
    [InlineData("474946383761", ImageFormat.Gif)]
    [InlineData("474946383961", ImageFormat.Gif)]
    [InlineData("0000001C667479706176696600000000617669666D6966316D696166", ImageFormat.Avif)]
    [InlineData("0000001C667479706D69663100000000617669666D6966316D696166", ImageFormat.Avif)]
    public void Accepted_formats_are_recognised(string hex, ImageFormat format) =>
        Assert.Equal(format, FileType.Sniff(Convert.FromHexString(hex))?.Format);

    [Theory]
    [InlineData("49492A0008000000", "TIFF")]
    [InlineData("4D4D002A00000008", "TIFF")]
    [InlineData("49492B0008000000", "BigTIFF")]
    [InlineData("255044462D312E37", "PDF")]
    [InlineData("424D36000C00000000003600", "BMP")]
    [InlineData("000000186674797068656963000000006D69663168656963", "HEIC")]
    [InlineData("000000186674797068657663000000006D69663168657663", "HEIC")]
    [InlineData("0000001466747970637278200000000163727820", "A camera's raw file")] // CR3
    [InlineData("49492A00100000004352020000000000", "A camera's raw file")] // CR2
    [InlineData("46554A4946494C4D4343442D52415720", "A camera's raw file")] // RAF
    [InlineData("4949524F08000000", "A camera's raw file")] // ORF
    [InlineData("4949550018000000", "A camera's raw file")] // RW2
    [InlineData("4D4D002A00000008000200FE00040000000100000001C6120001000000040104000000000000", "A camera's raw file")] // DNG
    [InlineData("49492A000800000002000F01020012000000260000004A0104000100000038000000", "A camera's raw file")] // NEF, ARW
    [InlineData("00000010667479706D69663361766966", "AVIF with the short header of mif3")]
    [InlineData("38425053000100000000", "Photoshop")]
    [InlineData("FF0AFA1F01910808", "JPEG XL")]
    [InlineData("0000000C4A584C200D0A870A", "JPEG XL")]
    [InlineData("0000000C6A5020200D0A870A", "JPEG 2000")]
    [InlineData("00000100010010100000", "ICO")]
    public void Other_image_formats_are_named(string hex, string name)
    {
        var type = FileType.Sniff(Convert.FromHexString(hex));

        Assert.Equal((name, null), (type?.Name, type?.Format));
    }

    [Theory]
    [InlineData("000000186674797068656963000000006D69663168656963", "HEIC is not supported. Export the photograph as JPEG; an iPhone takes JPEGs when Settings, Camera, Formats is set to Most Compatible.")]
    [InlineData(
        "4949524F08000000", "A camera's raw file is not supported. Set the camera to JPEG as well, or export the photograph as JPEG.")]
    [InlineData("FFD8FFC0000B0C0010001001011100", "JPEG of 12 bits is not supported. Save it with 8 bits, or as PNG or AVIF.")]
    [InlineData("FFD8FFE00002FFFFC1000B0C0010001001011100", "JPEG of 12 bits is not supported. Save it with 8 bits, or as PNG or AVIF.")]
    [InlineData("49492B0008000000", "BigTIFF is not supported. Send a JPEG, PNG, WebP, GIF or AVIF.")]
    public void What_is_not_decoded_is_named_with_what_to_do(string hex, string message) =>
        Assert.Equal(new Rejection(RejectionCode.UnsupportedFormat, message), Sample.Refuse(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("\uFEFF<?xml version=\"1.0\"?>\n<!-- drawn -->\n<svg/>")]
    [InlineData("  \r\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\"><svg>")]
    public void Svg_is_text_with_an_svg_element(string text) =>
        Assert.Equal("SVG", FileType.Sniff(Encoding.UTF8.GetBytes(text))?.Name);

    [Theory]
    [InlineData("")]
    [InlineData("B")]
    [InlineData("BM is how this text begins")]
    [InlineData("just a text, renamed .jpg")]
    [InlineData("<html><body>hello</body></html>")]
    [InlineData("\0\0\0\u0018ftypisom\0\0\u0002\0isomiso2")]
    [InlineData("RIFF\u0010\0\0\0WAVEfmt ")]
    public void Everything_else_is_no_image(string text) =>
        Assert.Null(FileType.Sniff(Encoding.Latin1.GetBytes(text)));
}
