// Scores one unit and 2,843 units, all 108 nodes of the national tree, in C++.
// g++ -O3 -march=native -std=c++17 -o score score.cpp; ./score
// Prints nanoseconds per unit, and per nation, each the median of many rounds.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>
#include <vector>

namespace {
constexpr int kDomains = 7, kIndicators = 30, kLadders = 70, kCriteria = 160, kUnits = 2843, kBlock = 256;

struct Term { int row; double coefficient; };
std::vector<std::vector<Term>> sums;  // one per node, parts before the whole

int share(int index, int parts, int children) { return (index + 1) * children / parts - index * children / parts; }

void build() {
    int ladder = 0, indicator = 0, criterion = 0;
    std::vector<Term> domains;
    for (int d = 0; d < kDomains; d++) {
        std::vector<Term> indicators;
        int ni = share(d, kDomains, kIndicators);
        for (int i = 0; i < ni; i++) {
            std::vector<Term> ladders;
            int nl = share(indicator++, kIndicators, kLadders);
            for (int l = 0; l < nl; l++) {
                std::vector<Term> criteria;
                int nc = share(ladder++, kLadders, kCriteria);
                for (int c = 0; c < nc; c++) criteria.push_back({criterion++, 100.0 / nc});
                sums.push_back(criteria);
                ladders.push_back({kCriteria + int(sums.size()) - 1, 1.0 / nl});
            }
            sums.push_back(ladders);
            indicators.push_back({kCriteria + int(sums.size()) - 1, 1.0 / ni});
        }
        sums.push_back(indicators);
        domains.push_back({kCriteria + int(sums.size()) - 1, 1.0 / kDomains});
    }
    sums.push_back(domains);
}

template <class F>
double median_ns(int rounds, int repeats, F work) {
    std::vector<double> times;
    for (int r = 0; r < rounds; r++) {
        auto begin = std::chrono::steady_clock::now();
        for (int i = 0; i < repeats; i++) work();
        times.push_back(std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - begin).count() / repeats);
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}
}  // namespace

int main() {
    build();
    const int nodes = int(sums.size());
    std::vector<int> rows, ends;
    std::vector<double> coefficients;
    for (auto& sum : sums) {
        for (auto& term : sum) { rows.push_back(term.row); coefficients.push_back(term.coefficient); }
        ends.push_back(int(rows.size()));
    }
    std::mt19937_64 random(1);
    const double scale[4] = {1, 0.8, 0.5, 0};
    std::vector<std::vector<double>> all(kCriteria + nodes, std::vector<double>(kUnits));
    for (int c = 0; c < kCriteria; c++) for (int u = 0; u < kUnits; u++) all[c][u] = scale[random() % 4];
    std::vector<double> one(kCriteria + nodes);
    for (int c = 0; c < kCriteria; c++) one[c] = all[c][0];

    double unit = median_ns(31, 20000, [&] {
        double* v = one.data();
        int t = 0;
        for (int n = 0; n < nodes; n++) {
            double sum = 0;
            for (int end = ends[n]; t < end; t++) sum += coefficients[t] * v[rows[t]];
            v[kCriteria + n] = sum;
        }
        asm volatile("" : : "r"(v) : "memory");
    });
    double nation = median_ns(31, 20, [&] {
        for (int from = 0; from < kUnits; from += kBlock) {
            int to = std::min(kUnits, from + kBlock), t = 0;
            for (int n = 0; n < nodes; n++) {
                double* __restrict sum = all[kCriteria + n].data();
                const double* a = all[rows[t]].data();
                double ca = coefficients[t++];
                for (int u = from; u < to; u++) sum[u] = ca * a[u];
                for (; t + 1 < ends[n]; t += 2) {
                    const double *x = all[rows[t]].data(), *y = all[rows[t + 1]].data();
                    double cx = coefficients[t], cy = coefficients[t + 1];
                    for (int u = from; u < to; u++) sum[u] = sum[u] + cx * x[u] + cy * y[u];
                }
                if (t < ends[n]) {
                    const double* x = all[rows[t]].data();
                    double cx = coefficients[t++];
                    for (int u = from; u < to; u++) sum[u] += cx * x[u];
                }
            }
        }
        asm volatile("" : : "r"(all.data()) : "memory");
    });
    std::printf("%.1f %.1f %.6f\n", unit, nation, all[kCriteria + nodes - 1][0]);
}
