// Principal eigenvectors of pairwise matrices by power iteration to 1e-13: 2,000 matrices of 5, then of 15 nodes.
// Rows are padded to 16 doubles, so that the compiler keeps a row in vector registers.
// g++ -O3 -march=native -ffast-math -std=c++17 -o ahp ahp.cpp; prints microseconds a matrix in the best
// of twenty windows of a quarter of a second, iterations a matrix, and the mean eigenvalue.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <vector>

namespace {
constexpr int kRow = 16;
constexpr int kMatrices = 2000;
std::uint64_t state = 17;

// SplitMix64, as in AhpBenchmark.
double uniform() {
  std::uint64_t z = (state += 0x9e3779b97f4a7c15ULL);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1.0p-53;
}

// Ratios of random weights, each judgement off by up to a factor of 1.5 either way.
void fill(double* matrix, int size) {
  double weight[kRow];
  for (int i = 0; i < size; i++) weight[i] = std::exp(2 * uniform() - 1);
  for (int i = 0; i < size; i++) {
    matrix[i * kRow + i] = 1;
    for (int j = i + 1; j < size; j++) {
      double ratio = weight[i] / weight[j] * std::exp((2 * uniform() - 1) * std::log(1.5));
      matrix[i * kRow + j] = ratio;
      matrix[j * kRow + i] = 1 / ratio;
    }
  }
}

double eigenvalue(const double* matrix, int size, long& iterations) {
  alignas(64) double v[kRow] = {0};
  double w[kRow];
  for (int i = 0; i < size; i++) v[i] = 1.0 / size;
  for (;;) {
    iterations++;
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double product = 0;
      for (int j = 0; j < kRow; j++) product += matrix[i * kRow + j] * v[j];
      w[i] = product;
      sum += product;
    }
    double change = 0;
    const double scale = 1 / sum;
    for (int i = 0; i < size; i++) {
      const double next = w[i] * scale;
      change = std::max(change, std::fabs(next - v[i]));
      v[i] = next;
    }
    if (change < 1e-13) return sum;
  }
}
}  // namespace

int main() {
  for (int size : {5, 15}) {
    state = 17;
    std::vector<double> matrices(static_cast<std::size_t>(kMatrices) * kRow * kRow, 0.0);
    for (int m = 0; m < kMatrices; m++) fill(&matrices[static_cast<std::size_t>(m) * kRow * kRow], size);
    double sum = 0, best = 1e9;
    long iterations = 0, solved = 0;
    for (int window = 0; window < 20; window++) {
      double seconds = 0;
      long here = 0;
      while (seconds < 0.25) {
        const auto start = std::chrono::steady_clock::now();
        for (int m = 0; m < kMatrices; m++) sum += eigenvalue(&matrices[static_cast<std::size_t>(m) * kRow * kRow], size, iterations);
        seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        here += kMatrices;
      }
      best = std::min(best, 1e6 * seconds / here);
      solved += here;
    }
    std::printf("%d %.4f %.2f %.9f\n", size, best, static_cast<double>(iterations) / solved, sum / solved);
  }
}
