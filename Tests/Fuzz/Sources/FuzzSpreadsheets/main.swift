import CFuzzer
import Foundation

// libFuzzer's own program, on the trials of the test target. An abort is a crash that it reports and keeps.
var count = CommandLine.argc
var arguments = Optional(CommandLine.unsafeArgv)
let result = withUnsafeMutablePointer(to: &arguments) { pointer in
    pointer.withMemoryRebound(to: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?.self, capacity: 1) { list in
        LLVMFuzzerRunDriver(&count, list) { start, length in
            do { try Trial.run(Array(UnsafeBufferPointer(start: start, count: length))) } catch {
                FileHandle.standardError.write(Data("violated: \(error)\n".utf8))
                abort()
            }
            return 0
        }
    }
}
exit(result)
