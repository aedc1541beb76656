// The national Monte Carlo: weights drawn uniformly at every node of the tree 7 -> 30 -> 70 -> 160; means of seven
// parts, the total's five levels, and the rank of each unit, of every run.
// g++ -O3 -march=native -ffast-math -std=c++17 -pthread -o robustness robustness.cpp
// robustness SCORES UNITS RUNS THREADS ROUNDS OUT: prints the best of the rounds in milliseconds, the milliseconds of all
// threads that drawing, products, ranking and counting took in it, and the most memory held in MB; writes for each
// unit its mean, 5 % and 95 % rank, its shares of levels, and its parts' means.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <thread>
#include <vector>

namespace {
constexpr int kLeaves = 160, kParts = 7, kLevels = 5;
constexpr int kTiers[] = {1, kParts, 30, 70, kLeaves};
constexpr int kLane = 8;                // doubles in a vector
constexpr int kTile = 3 * kLane;        // units worked together
constexpr int kTogether = 6;            // runs worked together
constexpr int kChunk = 66;              // runs between rankings; a multiple of kTogether
constexpr int kBuckets = 16384;
using Vector = double __attribute__((vector_size(8 * kLane)));
using Unaligned = double __attribute__((vector_size(8 * kLane), aligned(8)));

int units, padded, runs;
double* tiles;                          // [tile][leaf][unit in tile]
std::vector<int> children[4];           // of the nodes of each tier
int partEnd[kParts];                    // the leaf behind the last of each part

double seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::uint64_t mix(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

// SplitMix64.
struct Random {
  std::uint64_t state;
  double exponential() {
    std::uint64_t z = mix(state += 0x9e3779b97f4a7c15ULL);
    return -std::log((static_cast<double>(z >> 11) + 0.5) * 0x1.0p-53);
  }
};

void buildTree() {
  for (int tier = 0; tier < 4; tier++)
    for (int i = 0; i < kTiers[tier]; i++)
      children[tier].push_back((i + 1) * kTiers[tier + 1] / kTiers[tier] - i * kTiers[tier + 1] / kTiers[tier]);
  int second = 0, third = 0, leaf = 0;
  for (int part = 0; part < kParts; part++) {
    for (int i = 0; i < children[1][part]; i++, second++)
      for (int j = 0; j < children[2][second]; j++, third++) leaf += children[3][third];
    partEnd[part] = leaf;
  }
}

void draw(Random& random, const std::vector<int>& groups, double* weights) {
  for (int size : groups) {
    double sum = 0;
    for (int i = 0; i < size; i++) sum += weights[i] = random.exponential();
    for (int i = 0; i < size; i++) weights[i] /= sum;
    weights += size;
  }
}

// The weights of a run: of leaves within their parts, and of the parts.
void drawRun(Random& random, double* leaves, double* parts) {
  double second[30], third[70], last[kLeaves];
  draw(random, children[0], parts);
  draw(random, children[1], second);
  draw(random, children[2], third);
  draw(random, children[3], last);
  int c = 0, k = 0;
  for (int b = 0; b < kTiers[2]; b++)
    for (int j = 0; j < children[2][b]; j++, c++)
      for (int i = 0; i < children[3][c]; i++, k++) leaves[k] = second[b] * third[c] * last[k];
}

struct Tally {
  std::vector<std::uint16_t> ranks;     // [unit][rank]
  std::vector<std::uint32_t> reached;   // [level - 2][unit]
  std::vector<double> sums;             // [part][unit]
  double took[4] = {0, 0, 0, 0};
};

// Orders one run and notes ranks, unit by unit.
struct Ranker {
  std::vector<std::uint16_t> starts = std::vector<std::uint16_t>(kBuckets), bucket = std::vector<std::uint16_t>(padded),
                             place = std::vector<std::uint16_t>(padded);
  std::vector<double> key = std::vector<double>(padded);

  void rank(const double* total, std::uint16_t* into, int stride) {
    double low = total[0], high = total[0];
    for (int i = 0; i < units; i++) {
      low = std::min(low, total[i]);
      high = std::max(high, total[i]);
    }
    double scale = (kBuckets - 1) / (high > low ? high - low : 1);
    std::memset(starts.data(), 0, sizeof(std::uint16_t) * kBuckets);
    for (int i = 0; i < units; i++) bucket[i] = static_cast<std::uint16_t>(static_cast<int>((high - total[i]) * scale));
    for (int i = 0; i < units; i++) starts[bucket[i]]++;
    std::uint16_t next = 0;
    for (int b = 0; b < kBuckets; b++) {
      std::uint16_t count = starts[b];
      starts[b] = next;
      next += count;
    }
    for (int i = 0; i < units; i++) {
      int at = starts[bucket[i]]++;
      key[at] = total[i];
      place[at] = static_cast<std::uint16_t>(i);
    }
    for (int i = 1; i < units; i++) {
      if (key[i - 1] < key[i]) {
        double k = key[i];
        std::uint16_t p = place[i];
        int j = i - 1;
        for (; j >= 0 && key[j] < k; j--) {
          key[j + 1] = key[j];
          place[j + 1] = place[j];
        }
        key[j + 1] = k;
        place[j + 1] = p;
      }
    }
    for (int i = 0; i < units; i++) into[static_cast<std::size_t>(place[i]) * stride] = static_cast<std::uint16_t>(i);
  }
};

// Parts, totals, sums and levels of one tile for the runs of a chunk.
void score(int tile, int count, const double* leaves, const double* parts, double* totals, Tally& into) {
  const double* x = tiles + static_cast<std::size_t>(tile) * kLeaves * kTile;
  for (int run = 0; run < count; run += kTogether) {
    Vector total[kTogether][3] = {};
    for (int part = 0, from = 0; part < kParts; from = partEnd[part++]) {
      Vector sum[kTogether][3] = {};
      for (int leaf = from; leaf < partEnd[part]; leaf++) {
        Vector a = *reinterpret_cast<const Vector*>(x + leaf * kTile);
        Vector b = *reinterpret_cast<const Vector*>(x + leaf * kTile + kLane);
        Vector c = *reinterpret_cast<const Vector*>(x + leaf * kTile + 2 * kLane);
#pragma GCC unroll 6
        for (int j = 0; j < kTogether; j++) {
          double w = leaves[(run + j) * kLeaves + leaf];
          sum[j][0] += a * w;
          sum[j][1] += b * w;
          sum[j][2] += c * w;
        }
      }
      for (int v = 0; v < 3; v++) {
        Vector all = {};
        for (int j = 0; j < kTogether; j++) {
          total[j][v] += sum[j][v] * parts[(run + j) * 8 + part];
          all += sum[j][v];
        }
        *reinterpret_cast<Unaligned*>(&into.sums[static_cast<std::size_t>(part) * padded + tile * kTile + v * kLane]) += all;
      }
    }
    int live = std::min(kTogether, count - run);
    for (int j = 0; j < live; j++)
      for (int v = 0; v < 3; v++)
        *reinterpret_cast<Vector*>(totals + static_cast<std::size_t>(run + j) * padded + tile * kTile + v * kLane) = total[j][v];
    for (int level = 0; level < kLevels - 1; level++) {
      std::uint32_t* reached = &into.reached[static_cast<std::size_t>(level) * padded + tile * kTile];
      double from = 20 * (level + 1);
      for (int j = 0; j < live; j++)
        for (int v = 0; v < 3; v++) {
          auto at = total[j][v] >= from;
          for (int i = 0; i < kLane; i++) reached[v * kLane + i] -= static_cast<int>(at[i]);
        }
    }
  }
}

void work(int thread, int threads, Tally& into) {
  into.ranks.assign(static_cast<std::size_t>(units) * units, 0);
  into.reached.assign(static_cast<std::size_t>(kLevels - 1) * padded, 0);
  into.sums.assign(static_cast<std::size_t>(kParts) * padded + kLane, 0);
  auto* totals = static_cast<double*>(std::aligned_alloc(64, sizeof(double) * kChunk * padded));
  std::vector<double> leaves(kChunk * kLeaves), parts(kChunk * 8);
  std::vector<std::uint16_t> waiting(static_cast<std::size_t>(units) * kChunk);
  Ranker ranker;
  for (int first = thread * kChunk; first < runs; first += threads * kChunk) {
    int count = std::min(kChunk, runs - first);
    double begin = seconds();
    std::fill(leaves.begin(), leaves.end(), 0);
    std::fill(parts.begin(), parts.end(), 0);
    for (int run = 0; run < count; run++) {
      Random random{mix(static_cast<std::uint64_t>(first + run) + 1)};
      drawRun(random, &leaves[run * kLeaves], &parts[run * 8]);
    }
    double drawn = seconds();
    for (int tile = 0; tile < padded / kTile; tile++) score(tile, count, leaves.data(), parts.data(), totals, into);
    double scored = seconds();
    for (int run = 0; run < count; run++) ranker.rank(totals + static_cast<std::size_t>(run) * padded, &waiting[run], kChunk);
    double ranked = seconds();
    for (int unit = 0; unit < units; unit++) {
      std::uint16_t* row = &into.ranks[static_cast<std::size_t>(unit) * units];
      for (int run = 0; run < count; run++) row[waiting[static_cast<std::size_t>(unit) * kChunk + run]]++;
    }
    into.took[0] += drawn - begin;
    into.took[1] += scored - drawn;
    into.took[2] += ranked - scored;
    into.took[3] += seconds() - ranked;
  }
  std::free(totals);
}

struct Rank {
  double mean;
  int low, high;
};

// Adds the threads' counts up, and works out what the ranks of each unit say.
void finish(std::vector<Tally>& tallies, int from, int to, Rank* ranks) {
  for (int unit = from; unit < to; unit++) {
    std::uint16_t* row = &tallies[0].ranks[static_cast<std::size_t>(unit) * units];
    for (std::size_t t = 1; t < tallies.size(); t++)
      for (int r = 0; r < units; r++) row[r] += tallies[t].ranks[static_cast<std::size_t>(unit) * units + r];
    std::uint64_t sum = 0;
    for (int r = 0; r < units; r++) sum += static_cast<std::uint64_t>(row[r]) * (r + 1);
    std::uint32_t below = 0;
    int low = -1, high = -1;
    for (int r = 0; high < 0; r++) {
      below += row[r];
      if (low < 0 && below >= 0.05 * runs) low = r + 1;
      if (below >= 0.95 * runs) high = r + 1;
    }
    ranks[unit] = {static_cast<double>(sum) / runs, low, high};
  }
}
}  // namespace

int main(int, char** arguments) {
  units = std::atoi(arguments[2]);
  runs = std::atoi(arguments[3]);
  int threads = std::atoi(arguments[4]), rounds = std::atoi(arguments[5]);
  padded = (units + kTile - 1) / kTile * kTile;
  buildTree();
  tiles = static_cast<double*>(std::aligned_alloc(64, sizeof(double) * padded * kLeaves));
  std::memset(tiles, 0, sizeof(double) * padded * kLeaves);
  FILE* file = std::fopen(arguments[1], "rb");
  std::vector<double> row(kLeaves);
  for (int unit = 0; unit < units; unit++) {
    if (std::fread(row.data(), sizeof(double), kLeaves, file) != kLeaves) return 1;
    for (int k = 0; k < kLeaves; k++)
      tiles[(static_cast<std::size_t>(unit / kTile) * kLeaves + k) * kTile + unit % kTile] = row[k];
  }
  std::fclose(file);
  double best = 1e9, took[4] = {0, 0, 0, 0};
  for (int round = 0; round < rounds; round++) {
    std::vector<Tally> tallies(threads);
    std::vector<Rank> ranks(units);
    double begin = seconds();
    std::vector<std::thread> pool;
    for (int t = 0; t < threads; t++) pool.emplace_back(work, t, threads, std::ref(tallies[t]));
    for (auto& t : pool) t.join();
    pool.clear();
    for (int t = 0; t < threads; t++)
      pool.emplace_back(finish, std::ref(tallies), units * t / threads, units * (t + 1) / threads, ranks.data());
    for (auto& t : pool) t.join();
    double time = seconds() - begin;
    if (time < best) {
      best = time;
      for (int i = 0; i < 4; i++) {
        took[i] = 0;
        for (auto& tally : tallies) took[i] += tally.took[i];
      }
    }
    if (round < rounds - 1) continue;
    FILE* out = std::fopen(arguments[6], "w");
    for (int unit = 0; unit < units; unit++) {
      std::fprintf(out, "%.6f %d %d", ranks[unit].mean, ranks[unit].low, ranks[unit].high);
      double above = runs;
      for (int level = 0; level < kLevels; level++) {
        double from = 0;
        for (auto& tally : tallies) from += level < kLevels - 1 ? tally.reached[static_cast<std::size_t>(level) * padded + unit] : 0;
        std::fprintf(out, " %.6f", (above - from) / runs);
        above = from;
      }
      for (int part = 0; part < kParts; part++) {
        double sum = 0;
        for (auto& tally : tallies) sum += tally.sums[static_cast<std::size_t>(part) * padded + unit];
        std::fprintf(out, " %.6f", sum / runs);
      }
      std::fprintf(out, "\n");
    }
    std::fclose(out);
  }
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  std::printf("%.1f %.1f %.1f %.1f %.1f %.0f\n", best * 1e3, took[0] * 1e3, took[1] * 1e3, took[2] * 1e3, took[3] * 1e3,
              usage.ru_maxrss / 1024.0);
}
