/// Standard normal numbers from a seed and a name: the same on every machine, whatever else is drawn.
///
/// xoshiro256++ (Blackman and Vigna 2019) seeded through SplitMix64; normal by the polar method (Marsaglia and Bray 1964).
package struct RandomNormals: Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)
    private var spare = 0.0
    private var hasSpare = false

    package init(seed: UInt64, name: String) {
        // FNV-1a of the name, so that each variable has a stream of its own.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        var mixer = seed ^ hash
        func mixed() -> UInt64 {
            mixer &+= 0x9e37_79b9_7f4a_7c15
            var value = mixer
            value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
            value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
            return value ^ (value >> 31)
        }
        state = (mixed(), mixed(), mixed(), mixed())
    }

    /// 64 random bits.
    package mutating func bits() -> UInt64 {
        let sum = state.0 &+ state.3
        let result = (sum << 23 | sum >> 41) &+ state.0
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = state.3 << 45 | state.3 >> 19
        return result
    }

    /// Between -1 and 1.
    private mutating func uniform() -> Double { Double(Int64(bitPattern: bits()) >> 11) * 0x1p-52 }

    /// A standard normal number.
    package mutating func next() -> Double {
        if hasSpare {
            hasSpare = false
            return spare
        }
        while true {
            let (first, second) = (uniform(), uniform())
            let square = first * first + second * second
            guard square < 1, square > 0 else { continue }
            let scale = (-2 * Elementary.log(square) / square).squareRoot()
            spare = second * scale
            hasSpare = true
            return first * scale
        }
    }
}
