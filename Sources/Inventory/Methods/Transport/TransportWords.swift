/// The words of transport inputs; each with factors in the register.
enum TransportWords {
    /// Classes of road vehicles, with the fuels of `fuels`.
    static let vehicles = [
        "car-average", "car-large", "car-medium", "car-small", "motorcycle-average", "motorcycle-large",
        "motorcycle-medium", "motorcycle-small", "truck-articulated-3-5-to-33-t",
        "truck-articulated-3-5-to-33-t-empty", "truck-articulated-3-5-to-33-t-fully-laden",
        "truck-articulated-3-5-to-33-t-half-laden", "truck-articulated-average", "truck-articulated-over-33-t",
        "truck-articulated-over-33-t-empty", "truck-articulated-over-33-t-fully-laden",
        "truck-articulated-over-33-t-half-laden", "truck-average", "truck-rigid-3-5-to-7-5-t",
        "truck-rigid-3-5-to-7-5-t-empty", "truck-rigid-3-5-to-7-5-t-fully-laden",
        "truck-rigid-3-5-to-7-5-t-half-laden", "truck-rigid-7-5-to-17-t", "truck-rigid-7-5-to-17-t-empty",
        "truck-rigid-7-5-to-17-t-fully-laden", "truck-rigid-7-5-to-17-t-half-laden", "truck-rigid-average",
        "truck-rigid-over-17-t", "truck-rigid-over-17-t-empty", "truck-rigid-over-17-t-fully-laden",
        "truck-rigid-over-17-t-half-laden", "van-average", "van-class-i", "van-class-ii", "van-class-iii",
    ]

    /// Ways of carrying people.
    static let passengerModes = [
        "air-domestic-average", "air-international-average", "air-international-business",
        "air-international-economy", "air-international-first", "air-international-premium-economy",
        "air-long-haul-average", "air-long-haul-business", "air-long-haul-economy", "air-long-haul-first",
        "air-long-haul-premium-economy", "air-short-haul-average", "air-short-haul-business",
        "air-short-haul-economy", "coach", "ferry", "local-bus", "local-bus-outside-london", "taxi", "train",
        "tram",
    ]

    /// Ways of carrying goods.
    static let freightModes = [
        "freight-train", "truck-articulated-3-5-to-33-t", "truck-articulated-average",
        "truck-articulated-over-33-t", "truck-average", "truck-rigid-3-5-to-7-5-t", "truck-rigid-7-5-to-17-t",
        "truck-rigid-average", "truck-rigid-over-17-t", "van-average", "van-class-i", "van-class-ii",
        "van-class-iii",
    ]

    /// What vehicles run on; `hybrid` charges itself, `any` is for classes whose factor does not tell.
    static let fuels = ["motor-gasoline", "diesel-oil", "hybrid", "lpg", "natural-gas", "any"]

    /// Fuels of the road with IPCC factors.
    static let roadFuels = ["motor-gasoline", "diesel-oil", "lpg", "natural-gas"]
}
