namespace Iris.ImageProcessor.Imaging.Colors;

/// <summary>Three by three numbers, row by row.</summary>
internal readonly record struct Matrix(
    double M11, double M12, double M13, double M21, double M22, double M23, double M31, double M32, double M33)
{
    public static Matrix operator *(Matrix one, Matrix other)
    {
        var (first, second, third) = (
            one.Of((other.M11, other.M21, other.M31)),
            one.Of((other.M12, other.M22, other.M32)),
            one.Of((other.M13, other.M23, other.M33)));
        return new(first.X, second.X, third.X, first.Y, second.Y, third.Y, first.Z, second.Z, third.Z);
    }

    public (double X, double Y, double Z) Of((double X, double Y, double Z) vector) => (
        (M11 * vector.X) + (M12 * vector.Y) + (M13 * vector.Z),
        (M21 * vector.X) + (M22 * vector.Y) + (M23 * vector.Z),
        (M31 * vector.X) + (M32 * vector.Y) + (M33 * vector.Z));

    /// <summary>Each column times its factor.</summary>
    public Matrix Scale((double X, double Y, double Z) by) => this * new Matrix(by.X, 0, 0, 0, by.Y, 0, 0, 0, by.Z);

    public double Determinant =>
        (M11 * ((M22 * M33) - (M23 * M32))) - (M12 * ((M21 * M33) - (M23 * M31))) + (M13 * ((M21 * M32) - (M22 * M31)));

    public Matrix Inverse()
    {
        var by = 1 / Determinant;
        return new(
            by * ((M22 * M33) - (M23 * M32)), by * ((M13 * M32) - (M12 * M33)), by * ((M12 * M23) - (M13 * M22)),
            by * ((M23 * M31) - (M21 * M33)), by * ((M11 * M33) - (M13 * M31)), by * ((M13 * M21) - (M11 * M23)),
            by * ((M21 * M32) - (M22 * M31)), by * ((M12 * M31) - (M11 * M32)), by * ((M11 * M22) - (M12 * M21)));
    }
}
