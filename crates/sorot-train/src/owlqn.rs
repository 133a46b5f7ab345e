//! Minimises a smooth function plus an L1 norm: OWL-QN (Andrew, Gao 2007). One thread, fixed order
//! of sums: the same input gives the same bits.

use std::collections::VecDeque;

/// Steps remembered.
const MEMORY: usize = 6;

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

/// The subgradient of least norm of the smooth part's gradient plus `c1` times the L1 norm.
fn pseudo(x: &[f64], gradient: &[f64], c1: f64) -> Vec<f64> {
    let of = |(x, g): (&f64, &f64)| {
        if *x > 0.0 || (*x == 0.0 && g + c1 < 0.0) {
            g + c1
        } else if *x < 0.0 || g - c1 > 0.0 {
            g - c1
        } else {
            0.0
        }
    };
    x.iter().zip(gradient).map(of).collect()
}

/// Starts at `x`; `smooth` returns the value and writes the gradient.
pub fn minimise(
    mut x: Vec<f64>,
    c1: f64,
    rounds: usize,
    mut smooth: impl FnMut(&[f64], &mut [f64]) -> f64,
) -> Vec<f64> {
    let norm = |x: &[f64]| c1 * x.iter().map(|v| v.abs()).sum::<f64>();
    let mut gradient = vec![0.0; x.len()];
    let mut value = smooth(&x, &mut gradient) + norm(&x);
    let mut history: VecDeque<(Vec<f64>, Vec<f64>, f64)> = VecDeque::new();
    let mut recent = VecDeque::from([value]);
    for round in 0..rounds {
        let slope = pseudo(&x, &gradient, c1);
        let mut direction: Vec<f64> = slope.iter().map(|g| -g).collect();
        let mut alphas = Vec::new();
        for (s, y, rho) in history.iter().rev() {
            let alpha = rho * dot(s, &direction);
            direction.iter_mut().zip(y).for_each(|(d, y)| *d -= alpha * y);
            alphas.push(alpha);
        }
        if let Some((s, y, _)) = history.back() {
            let scale = dot(s, y) / dot(y, y);
            direction.iter_mut().for_each(|d| *d *= scale);
        }
        for ((s, y, rho), alpha) in history.iter().zip(alphas.iter().rev()) {
            let beta = rho * dot(y, &direction);
            direction.iter_mut().zip(s).for_each(|(d, s)| *d += (alpha - beta) * s);
        }
        direction.iter_mut().zip(&slope).for_each(|(d, g)| {
            if *d * g >= 0.0 {
                *d = 0.0;
            }
        });
        let descent = dot(&direction, &slope);
        if descent >= -1e-12 {
            break;
        }
        let mut step = if round == 0 { 1.0 / dot(&slope, &slope).sqrt() } else { 1.0 };
        let mut next = vec![0.0; x.len()];
        let mut after = vec![0.0; x.len()];
        let mut reached = None;
        for _ in 0..30 {
            for (i, n) in next.iter_mut().enumerate() {
                let orthant = if x[i] == 0.0 { -slope[i] } else { x[i] };
                let moved = x[i] + step * direction[i];
                *n = if moved * orthant > 0.0 { moved } else { 0.0 };
            }
            let total = smooth(&next, &mut after) + norm(&next);
            let expected: f64 = slope.iter().zip(next.iter().zip(&x)).map(|(g, (n, x))| g * (n - x)).sum();
            if total <= value + 1e-4 * expected {
                reached = Some(total);
                break;
            }
            step *= 0.5;
        }
        let Some(total) = reached else { break };
        let s: Vec<f64> = next.iter().zip(&x).map(|(n, x)| n - x).collect();
        let y: Vec<f64> = after.iter().zip(&gradient).map(|(n, g)| n - g).collect();
        let curvature = dot(&s, &y);
        if curvature > 1e-10 {
            history.push_back((s, y, 1.0 / curvature));
            if history.len() > MEMORY {
                history.pop_front();
            }
        }
        (x, gradient, value) = (next, after, total);
        recent.push_back(value);
        if recent.len() > 10 {
            let before = recent.pop_front().unwrap_or(value);
            if (before - value) / value < 1e-4 {
                break;
            }
        }
        if round % 20 == 19 {
            eprintln!(
                "  round {}: {value:.1}, {} weights",
                round + 1,
                x.iter().filter(|v| **v != 0.0).count()
            );
        }
    }
    x
}
