extension Methods {
    /// Every method of transport.
    static let transport: [Method] =
        transportFuel + roadDistance + roadEuroClass + residentTrips + carriedDistance + electricDriving
}
